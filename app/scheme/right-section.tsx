import type { Wire } from '#app/identity/action-form.tsx';
import { PartList } from '#app/identity/part-list.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Select, TextField } from '#app/ui/form.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Kind } from './kind-section.tsx';
import { rightKinds } from './scheme.ts';
import { Tick } from './scheme-part-section.tsx';
import type { SectionProps } from './scheme-setting-section.tsx';

type Right = Kind['rights'][number];
const certainties = { text: 'ok', known: 'neutral', uncertain: 'warn' } as const;

/** The rights matrix of a kind of document: which body has which right, by when, on what basis. */
export function Rights({ scheme, result, kind }: SectionProps & { kind: Kind }) {
  const text = useText();
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
        fields={(wire, one) => <RightFields wire={wire} right={one} />}
      >
        {(one) => (
          <>
            <div className="row">
              <b>{text('right.line', { body: one.bodyKind, kind: one.kind, at: one.bodyAt })}</b>
              <span>{text('right.term', { days: one.termDays })}</span>
              {one.prior ? <Badge tone="accent">{text('right.prior')}</Badge> : null}
              <Badge tone={certainties[one.certainty as keyof typeof certainties]}>
                {text(`certainty.${one.certainty}`)}
              </Badge>
            </div>
            <p className="sub">{one.basis}</p>
          </>
        )}
      </PartList>
    </>
  );
}

function RightFields({ wire, right }: { wire: Wire; right?: Right }) {
  const text = useText();
  const choices = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: text(`${prefix}.${value}`) }));
  return (
    <>
      <div className="pair">
        <TextField {...wire('bodyKind', right?.bodyKind)} hint={text('bodies.kind.hint')} />
        <Select
          {...wire('bodyAt', right?.bodyAt ?? 'unit')}
          options={choices('body-at', ['unit', 'institution'])}
        />
        <Select
          {...wire('kind', right?.kind ?? 'consent')}
          label={text('field.right')}
          options={choices('right', rightKinds)}
        />
        <TextField {...wire('termDays', right?.termDays ?? 42)} width="short" inputMode="numeric" />
        <TextField {...wire('basis', right?.basis)} hint={text('right.basis.hint')} />
        <Select
          {...wire('certainty', right?.certainty ?? 'known')}
          options={choices('certainty', ['text', 'known', 'uncertain'])}
        />
        <TextField {...wire('sort', right?.sort ?? 0)} width="short" inputMode="numeric" />
      </div>
      <Tick wire={wire} name="prior" stands={right?.prior ?? true} />
    </>
  );
}
