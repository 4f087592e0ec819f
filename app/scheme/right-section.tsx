import type { Wire } from '#app/identity/action-form.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { PartList } from '#app/identity/part-list.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Kind } from './kind-section.tsx';
import { isAsked } from './right.ts';
import { DisputeFields, SectionFields } from './right-fields.tsx';
import { certaintyTone, quorumText, useRightRules } from './right-words.tsx';
import { certainties, interimStages, majorities, rightKinds, silences } from './scheme.ts';
import { Tick } from './scheme-part-section.tsx';
import type { SectionProps } from './scheme-setting-section.tsx';

type Right = Kind['rights'][number];
export type Named = { code: string; nameNl: string; nameEn: string };

/** The rights matrix of a kind of document: which body has which right, by when, on what basis. */
export function Rights({
  scheme,
  result,
  kind,
  bodyKinds,
}: SectionProps & { kind: Kind; bodyKinds: readonly Named[] }) {
  const text = useText();
  const locale = useLocale();
  const rules = useRightRules();
  return (
    <>
      <h4>{text('scheme-admin.rights')}</h4>
      {kind.rights.length === 0 ? <p className="sub">{text('scheme-admin.rights.none')}</p> : null}
      <PartList
        intent="right"
        parts={kind.rights}
        partOf={(one) => one.ruleId}
        id={(ruleId) => ruleId || `${kind.code}/`}
        result={result}
        hidden={{ revision: String(scheme.revision), 'kind.code': kind.code }}
        add={text('scheme-admin.right.add')}
        fields={(wire, one) => <RightFields wire={wire} right={one} bodyKinds={bodyKinds} />}
      >
        {(one) => (
          <>
            <div className="row">
              <b>
                {text('right.line', {
                  body:
                    nameOf({ nameNl: one.holderNl, nameEn: one.holderEn }, locale) ||
                    nameOf({ nameNl: one.bodyKindNl, nameEn: one.bodyKindEn }, locale),
                  right: text(`right.${one.kind}`),
                  at: one.bodyAt,
                })}
              </b>
              {isAsked(one.kind) ? <span>{text('right.term', { days: one.termDays })}</span> : null}
              {one.prior ? <Badge tone="accent">{text('right.prior')}</Badge> : null}
              <Badge tone={certaintyTone(one.certainty)}>{text(`certainty.${one.certainty}`)}</Badge>
            </div>
            <p className="sub">
              {[nameOf({ nameNl: one.matterNl, nameEn: one.matterEn }, locale), one.basis, ...rules(one)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </>
        )}
      </PartList>
    </>
  );
}

export type FieldProps = { wire: Wire; right?: Right; bodyKinds: readonly Named[] };

function RightFields({ wire, right, bodyKinds }: FieldProps) {
  const text = useText();
  const locale = useLocale();
  const choices = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: text(`${prefix}.${value}`) }));
  return (
    <>
      <div className="pair">
        <Select
          {...wire('bodyKind', right?.bodyKind)}
          options={codeOptions(locale, bodyKinds)}
          none={text('bodies.kind.choose')}
        />
        <Select
          {...wire('bodyAt', right?.bodyAt ?? 'unit')}
          options={choices('body-at', ['unit', 'institution'])}
        />
        <TextField {...wire('holderNl', right?.holderNl)} hint={text('right.holder.hint')} optional />
        <TextField {...wire('holderEn', right?.holderEn)} optional />
        <Select
          {...wire('kind', right?.kind ?? 'consent')}
          label={text('field.right')}
          options={choices('right', rightKinds)}
        />
        <TextField {...wire('termDays', right?.termDays ?? 30)} width="short" inputMode="numeric" />
      </div>
      <TextArea {...wire('matterNl', right?.matterNl)} hint={text('right.matter.hint')} rows={2} optional />
      <TextArea {...wire('matterEn', right?.matterEn)} rows={2} optional />
      <div className="pair">
        <TextField {...wire('basis', right?.basis)} hint={text('right.basis.hint')} />
        <Select
          {...wire('certainty', right?.certainty ?? 'known')}
          options={choices('certainty', certainties)}
        />
      </div>
      <Tick wire={wire} name="prior" stands={right?.prior ?? true} />
      <div className="pair">
        <TextField
          {...wire('quorum', right ? quorumText(right) : '')}
          hint={text('right.quorum.hint')}
          width="short"
          optional
        />
        <Select
          {...wire('majority', right?.majority ?? 'simple')}
          options={choices('majority', majorities)}
        />
        <Select {...wire('silence', right?.silence ?? 'open')} options={choices('silence', silences)} />
      </div>
      <SectionFields wire={wire} right={right} />
      <Tick wire={wire} name="conditionsAllowed" stands={right?.conditionsAllowed ?? true} />
      <div className="pair">
        <TextField
          {...wire('suspensionDays', right?.suspensionDays ?? 28)}
          hint={text('right.suspension.hint')}
          width="short"
          inputMode="numeric"
        />
        <TextField
          {...wire('appealMonths', right?.appealMonths ?? 1)}
          hint={text('right.appeal.hint')}
          width="short"
          inputMode="numeric"
        />
        <DisputeFields wire={wire} right={right} bodyKinds={bodyKinds} />
        <TextField
          {...wire('interimParts', right?.interimParts)}
          hint={text('right.interim.hint')}
          width="short"
          inputMode="numeric"
          optional
        />
        <TextField {...wire('interimOf', right?.interimOf)} width="short" inputMode="numeric" optional />
        <Select
          {...wire('interimStage', right?.interimStage)}
          none={text('right.interim.none')}
          options={choices('stage', interimStages)}
          optional
        />
        <Select
          {...wire('interimCertainty', right?.interimCertainty)}
          none={text('right.interim.none')}
          options={choices('certainty', certainties)}
          optional
        />
        <TextField {...wire('interimBasis', right?.interimBasis)} optional />
        <TextField {...wire('sort', right?.sort ?? 0)} width="short" inputMode="numeric" />
      </div>
    </>
  );
}
