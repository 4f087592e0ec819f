import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { AdminHead } from '#app/identity/admin-layout.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { readForm, rowId } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { may } from '#app/kernel/actor.ts';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { DateField, Select, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/head-counts-page';
import {
  correctHeadCount,
  createDefinition,
  listDefinitions,
  listHeadCounts,
  recordHeadCounts,
} from './head-count.server.ts';
import { readCorrection, readCounts } from './head-count-form.server.ts';
import { createDefinitionInput } from './organisation.input.ts';
import { listUnits } from './unit.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    if (!may(actor, 'admin.organisation')) throw forbidden('admin.organisation');
    return {
      definitions: await listDefinitions(tx, actor.institutionId),
      counts: await listHeadCounts(tx, actor.institutionId),
      units: await listUnits(tx, actor.institutionId, today),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return formAction(args, {
    define: (tx, actor, form) => createDefinition(tx, actor, readForm(createDefinitionInput, form)),
    record: (tx, actor, form) => recordHeadCounts(tx, actor, readCounts(form), today),
    correct: (tx, actor, form) => correctHeadCount(tx, actor, rowId(form), readCorrection(form)),
  });
}

type Counts = Route.ComponentProps['loaderData']['counts'];

export default function HeadCountsPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { definitions, counts, units } = loaderData;
  const groups = Map.groupBy(counts, (one) => `${one.definition} ${one.referenceDate}`);
  return (
    <>
      <PageTitle page={text('admin.head-counts')} />
      <AdminHead title={text('admin.head-counts')} lead={text('counts.lead')} />
      <PageBody>
        {definitions.length === 0 ? (
          <Empty title={text('counts.none')}>{text('counts.none.next')}</Empty>
        ) : null}
        {[...groups].map(([key, rows]) => {
          const definition = definitions.find((one) => one.code === rows[0]!.definition)!;
          return (
            <section key={key}>
              <h2>
                {nameOf(definition, locale)}, {formatDate(rows[0]!.referenceDate, locale)}
              </h2>
              <CountList rows={rows} result={actionData} />
            </section>
          );
        })}
        {definitions.length > 0 ? (
          <p>
            <Link href="/admin/head-counts/sheet">{text('fill-in.open')}</Link>
          </p>
        ) : null}
        {definitions.length > 0 ? (
          <Disclosure summary={text('counts.record')} open={justSent(actionData, 'record')}>
            <ActionForm intent="record" result={actionData} submit={text('counts.record.submit')}>
              {(wire) => (
                <>
                  <Select {...wire('definition')} options={codeOptions(locale, definitions)} />
                  <DateField {...wire('referenceDate')} />
                  <TextField {...wire('source')} hint={text('counts.source.hint')} />
                  <p>{text('counts.record.explanation')}</p>
                  <div className="pair">
                    {units.map((unit) => (
                      <TextField
                        key={unit.code}
                        {...wire(`count.${unit.code}`)}
                        label={nameOf(unit, locale)}
                        width="short"
                        inputMode="numeric"
                        optional
                      />
                    ))}
                  </div>
                </>
              )}
            </ActionForm>
          </Disclosure>
        ) : null}
        <Disclosure summary={text('counts.define')} open={justSent(actionData, 'define')}>
          <ActionForm intent="define" result={actionData} submit={text('counts.define.submit')}>
            {(wire) => (
              <div className="pair">
                <TextField {...wire('nameNl')} />
                <TextField {...wire('nameEn')} />
                <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />
              </div>
            )}
          </ActionForm>
        </Disclosure>
      </PageBody>
    </>
  );
}

function CountList({ rows, result }: { rows: Counts; result: Route.ComponentProps['actionData'] }) {
  const text = useText();
  const locale = useLocale();
  const shown = (row: Counts[number]) =>
    row.heads === null ? text(`counts.mark.${row.mark}`) : formatAmount(row.heads, 'count', locale);
  return (
    <ul className="ruled">
      {rows.map((row) => (
        <li key={row.headCountId}>
          <div className="row">
            <span>{locale === 'en' ? row.unitEn : row.unitNl}</span>
            <b className="end">{shown(row)}</b>
          </div>
          <small>{row.source}</small>
          <Disclosure summary={text('counts.correct')} open={justSent(result, 'correct', row.headCountId)}>
            <ActionForm
              intent="correct"
              id={row.headCountId}
              result={result}
              hidden={{ seen: String(row.heads ?? '') }}
              submit={text('counts.correct.submit')}
            >
              {(wire) => (
                <div className="pair">
                  <TextField
                    {...wire('heads', row.heads ?? '?')}
                    hint={text('counts.heads.hint')}
                    width="short"
                  />
                  <TextField {...wire('source', row.source)} />
                </div>
              )}
            </ActionForm>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}
