import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { readForm, rowId } from '#app/identity/form.server.ts';
import { load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/indicator-page';
import { addBreak, removeBreak } from './break.server.ts';
import { DefinitionFacts, DefinitionHistory } from './definition-facts.tsx';
import { endIndicator } from './definition-write.server.ts';
import { FigureTable } from './figure-table.tsx';
import { rulesIn } from './figures.ts';
import { breakInput, endInput } from './indicator.input.ts';
import { canDefine, yearLabel } from './indicator.ts';
import { IndicatorChart } from './indicator-chart.tsx';
import { IndicatorHead } from './indicator-head.tsx';
import { Corrections, Reflections } from './reflections.tsx';
import { getIndicatorTable, listCorrected } from './table.server.ts';
import './indicator.css';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const { scheme, indicator } = args.params;
  return load(args, async (tx, actor) => {
    const head = await getSchemeHead(tx, actor.institutionId, scheme);
    const { years, maskedBelow, indicators } = await getIndicatorTable(tx, actor, { scheme, indicator });
    const [of] = indicators;
    if (!of) throw new Missing('indicator');
    const corrected = await listCorrected(tx, actor.institutionId, of.indicatorId);
    const names = Object.fromEntries(of.units.map(({ code, nameNl, nameEn }) => [code, { nameNl, nameEn }]));
    return {
      ...{ head, years, maskedBelow, of, names, mayDefine: canDefine(actor) },
      // what was corrected is told by its reason; the figures of before stand in the audit
      corrections: corrected
        .filter((one) => one.number > 1)
        .map(({ unit, year, split, number, reason }) => ({ unit, year, split, number, reason })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme, indicator } = args.params;
  const at = { scheme, indicator };
  return formAction(args, {
    break: (tx, actor, form) => addBreak(tx, actor, at, readForm(breakInput, form)),
    join: (tx, actor, form) => removeBreak(tx, actor, { ...at, breakId: rowId(form) }),
    end: (tx, actor, form) => {
      const revision = Number(form.get('revision'));
      return endIndicator(tx, actor, { ...at, revision }, readForm(endInput, form));
    },
  });
}

/** One indicator: its figures per unit, how it is measured, where its series breaks and what holders make of it. */
export default function IndicatorPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, of, years, maskedBelow, names, mayDefine } = loaderData;
  const { definition } = of;
  const base = `/schemes/${head.code}/indicators`;
  const title = nameOf(definition, locale);
  const drawn = of.units.filter((unit) =>
    unit.rows.some((row) => row.points.some((one) => one.state !== 'missing')),
  );
  const unitName = (code: string) => (names[code] ? nameOf(names[code], locale) : code);
  return (
    <>
      <IndicatorHead
        scheme={head}
        title={title}
        lead={locale === 'en' ? definition.questionEn : definition.questionNl}
        badge={<Badge>{text(`indicator.kind.${definition.kind}`)}</Badge>}
        actions={
          mayDefine ? (
            <ButtonLink href={`${base}/${of.code}/edit`}>{text('indicator.edit')}</ButtonLink>
          ) : null
        }
      />
      <PageBody
        asideLabel={text('indicator.definition')}
        aside={<DefinitionFacts scheme={head.code} definition={definition} lastYear={of.lastYear} />}
      >
        {drawn.length === 0 ? (
          <Empty title={text('indicator.nothing')}>{text('indicator.nothing.next')}</Empty>
        ) : (
          <>
            <div className="indicator-multiples">
              {drawn.map((unit) => (
                <IndicatorChart key={unit.code} of={of} unit={unit} maskedBelow={maskedBelow} />
              ))}
            </div>
            <FigureTable of={of} years={years} maskedBelow={maskedBelow} />
            <p className="indicator-files">
              {text('indicator.files')}{' '}
              {(['xlsx', 'ods', 'csv', 'json', 'pdf', 'docx'] as const).map((format) => (
                <a key={format} href={`${base}/export/${format}?indicator=${of.code}`}>
                  {format.toUpperCase()}
                </a>
              ))}
            </p>
          </>
        )}
        <section aria-labelledby="breaks">
          <h2 id="breaks">{text('indicator.breaks')}</h2>
          {of.breaks.length === 0 ? <p className="sub">{text('indicator.breaks.none')}</p> : null}
          <ul className="ruled">
            {of.breaks.map((one) => (
              <li key={one.breakId}>
                <b>
                  {text('indicator.break.before', {
                    year: yearLabel(one.year, rulesIn(of, one.year).academic),
                  })}
                </b>
                {one.unit ? ` (${unitName(one.unit)})` : ''}: {locale === 'en' ? one.reasonEn : one.reasonNl}
                {mayDefine ? (
                  <ActionForm
                    intent="join"
                    id={one.breakId}
                    result={actionData}
                    submit={text('indicator.break.remove')}
                    inline
                  />
                ) : null}
              </li>
            ))}
          </ul>
          {mayDefine ? (
            <Disclosure summary={text('indicator.break.add')} open={justSent(actionData, 'break')}>
              <ActionForm intent="break" result={actionData} submit={text('indicator.break.add')}>
                {(wire) => (
                  <>
                    <p className="sub">{text('indicator.break.lead')}</p>
                    <TextField
                      {...wire('year', years.at(-1))}
                      label={text('indicator.break.year')}
                      width="short"
                      inputMode="numeric"
                    />
                    <Select
                      {...wire('unit')}
                      none={text('indicator.unit.every')}
                      options={of.units
                        .filter((unit) => !unit.sum)
                        .map((unit) => ({ value: unit.code, label: nameOf(unit, locale) }))}
                      optional
                    />
                    <TextArea {...wire('reasonNl')} label={text('indicator.field.reasonNl')} rows={2} />
                    <TextArea {...wire('reasonEn')} label={text('indicator.field.reasonEn')} rows={2} />
                    <TextField {...wire('source')} width="wide" optional />
                  </>
                )}
              </ActionForm>
            </Disclosure>
          ) : null}
        </section>
        <Reflections of={of} />
        <Corrections of={of} corrections={loaderData.corrections} unitName={unitName} />
        <DefinitionHistory definitions={of.definitions} />
        {mayDefine ? (
          <Disclosure summary={text('indicator.end')} open={justSent(actionData, 'end')}>
            <p className="sub">{text('indicator.end.lead')}</p>
            <ActionForm
              intent="end"
              result={actionData}
              submit={text('indicator.end.save')}
              hidden={{ revision: String(of.revision) }}
            >
              {(wire) => (
                <TextField {...wire('lastYear', of.lastYear)} width="short" inputMode="numeric" optional />
              )}
            </ActionForm>
          </Disclosure>
        ) : null}
      </PageBody>
    </>
  );
}
