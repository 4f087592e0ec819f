import { ActionForm, justSent, type Wire } from '#app/identity/action-form.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Select, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { CarryOver } from './carry-over-section.tsx';
import { Questions } from './question-section.tsx';
import { Requirements } from './requirement-section.tsx';
import { type Named, Rights } from './right-section.tsx';
import { stages } from './scheme.ts';
import { Tick } from './scheme-part-section.tsx';
import type { Scheme } from './scheme-read.server.ts';
import type { SectionProps } from './scheme-setting-section.tsx';
import { TemplateChoices } from './template-fields.tsx';

export type Kind = Scheme['kinds'][number];

/** The kinds of document that the scheme asks for, each with its questions and its rights matrix. */
export function KindSection({
  bodyKinds,
  tables,
  ...props
}: SectionProps & { bodyKinds: readonly Named[]; tables: readonly Named[] }) {
  const text = useText();
  const locale = useLocale();
  const { scheme, result } = props;
  const revision = String(scheme.revision);
  return (
    <>
      <h2>{text('scheme-admin.kinds')}</h2>
      <p>
        <Link href={`/schemes/${scheme.code}/burden`}>{text('scheme-admin.burden')}</Link>
      </p>
      <TemplateChoices scheme={scheme} tables={tables} />
      {scheme.kinds.map((kind) => {
        const row = { id: kind.code, result, hidden: { revision, part: kind.code } };
        return (
          <section key={kind.code}>
            <div className="row">
              <h3>{nameOf(kind, locale)}</h3>
              <span className="code">{kind.code}</span>
              {kind.stage ? <Badge>{text(`stage.${kind.stage}`)}</Badge> : null}
              <span className="sub">{kind.unitKinds.join(', ')}</span>
            </div>
            <Questions {...props} kind={kind} tables={tables} />
            <Requirements {...props} kind={kind} />
            <Rights {...props} kind={kind} bodyKinds={bodyKinds} />
            {kind.stage === 'allocated' ? <CarryOver {...props} kind={kind} /> : null}
            <Disclosure summary={text('scheme-admin.kind.change')} open={justSent(result, 'kind', kind.code)}>
              <ActionForm {...row} intent="kind" submit={text('admin.save')}>
                {(wire) => <KindFields wire={wire} kind={kind} />}
              </ActionForm>
              <ActionForm {...row} intent="kind.remove" submit={text('admin.remove')} kind="danger" inline />
            </Disclosure>
          </section>
        );
      })}
      <Disclosure summary={text('scheme-admin.kind.add')} open={justSent(result, 'kind')}>
        <ActionForm intent="kind" result={result} hidden={{ revision }} submit={text('admin.add')}>
          {(wire) => <KindFields wire={wire} />}
        </ActionForm>
      </Disclosure>
    </>
  );
}

function KindFields({ wire, kind }: { wire: Wire; kind?: Kind }) {
  const text = useText();
  return (
    <>
      <div className="pair">
        {kind ? null : <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />}
        <TextField {...wire('nameNl', kind?.nameNl)} />
        <TextField {...wire('nameEn', kind?.nameEn)} />
        <Select
          {...wire('stage', kind?.stage)}
          options={stages.map((stage) => ({ value: stage, label: text(`stage.${stage}`) }))}
          none={text('scheme-admin.no-money')}
          optional
        />
        <TextField
          {...wire('unitKinds', kind?.unitKinds.join(', '))}
          hint={text('scheme-admin.unit-kinds.hint')}
        />
        <TextField {...wire('sort', kind?.sort ?? 0)} width="short" inputMode="numeric" />
      </div>
      <Tick wire={wire} name="hasMeasures" stands={kind?.hasMeasures ?? false} />
    </>
  );
}
