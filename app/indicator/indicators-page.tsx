import { redirect } from 'react-router';
import { formAction } from '#app/identity/action.server.ts';
import { ActionForm } from '#app/identity/action-form.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { listUnitsEver } from '#app/organisation/unit.server.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ChoiceControl } from '#app/ui/choice-control.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { TextField } from '#app/ui/form.tsx';
import { Notes } from '#app/ui/notes.tsx';
import { Controls, PageBody, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/indicators-page';
import { setMaskedBelow } from './break.server.ts';
import { legendOf } from './figure-note.ts';
import { HandedInTable } from './handed-in.tsx';
import { settingInput } from './indicator.input.ts';
import { canDefine, canRecord } from './indicator.ts';
import { handedIn, overviewRows } from './overview.ts';
import { OverviewTable } from './overview-table.tsx';
import { getIndicatorTable } from './table.server.ts';
import './indicator.css';

/** As many years as stand beside each other; older ones stand with the indicator itself. */
const shownYears = 6;

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const query = new URL(args.request.url).searchParams;
  const [fill, year] = [query.get('fill'), query.get('year')];
  if (fill && year && /^\d{4}$/.test(year)) {
    throw redirect(`/schemes/${scheme}/indicators/fill/${encodeURIComponent(fill)}/${year}`);
  }
  const chosen = query.get('unit') || null;
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    const table = await getIndicatorTable(tx, actor, { scheme });
    const { units } = await listUnitsEver(tx, actor.institutionId);
    const { lastYear } = await getSchemeHead(tx, actor.institutionId, scheme);
    const last = Math.min(Number(today.slice(0, 4)) - 1, lastYear);
    const years = table.years.slice(-shownYears);
    const askedYears = [...new Set([...years, ...(table.indicators.length > 0 ? [last] : [])])].sort();
    const giving = new Set(
      table.indicators.flatMap((of) => of.units.flatMap((unit) => (unit.sum ? [] : [unit.code]))),
    );
    return {
      ...{ scheme, chosen, table, years },
      handed: handedIn(table, units, askedYears.slice(-shownYears)),
      units: units
        .filter((unit) => giving.has(unit.code))
        .map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn })),
      fills: units.filter((unit) => canRecord(actor, unit.unitId)).map((unit) => unit.code),
      mayDefine: canDefine(actor),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  return formAction(args, {
    mask: (tx, actor, form) => setMaskedBelow(tx, actor, readForm(settingInput, form)),
  });
}

/** What is measured in a scheme, and how it stands: indicators by years. */
export default function IndicatorsPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme, chosen, table, units, mayDefine, years } = loaderData;
  const base = `/schemes/${scheme}/indicators`;
  const groups = overviewRows(table, chosen);
  const points = groups.flatMap(({ rows }) =>
    rows.flatMap(({ unit }) => unit?.rows.flatMap((row) => row.points) ?? []),
  );
  const fillable = loaderData.handed.filter(({ unit }) => loaderData.fills.includes(unit.code));
  return (
    <PageBody>
      <PageTitle page={text('indicator.title')} />
      <div className="lead-row">
        <p className="said">{text('indicator.lead')}</p>
        <span className="row">
          {fillable.length > 0 ? (
            <ButtonLink href={`${base}/sheet/${fillable[0]!.years.at(-1)!.year}`}>
              {text('indicator.sheet')}
            </ButtonLink>
          ) : null}
          {mayDefine ? (
            <ButtonLink href={`${base}/new`} kind="primary">
              {text('indicator.add')}
            </ButtonLink>
          ) : null}
        </span>
      </div>
      {table.indicators.length === 0 ? (
        <Empty title={text('indicator.none')}>{mayDefine ? text('indicator.none.next') : null}</Empty>
      ) : (
        <>
          <Controls show={text('indicator.show')}>
            <ChoiceControl
              label={text('indicator.unit')}
              name="unit"
              value={chosen}
              all={text('indicator.unit.all')}
              options={codeOptions(locale, units)}
            />
          </Controls>
          {groups.length === 0 ? <p>{text('indicator.none.unit')}</p> : null}
          {groups.map(({ purpose, rows }) => (
            <OverviewTable key={purpose} {...{ base, purpose, rows, table, years }} />
          ))}
          <Notes lines={legendOf(points, table.maskedBelow, text)} />
          <p className="indicator-files">
            {text('indicator.files')}{' '}
            {(['xlsx', 'ods', 'csv', 'json', 'pdf', 'docx'] as const).map((format) => (
              <a key={format} href={`${base}/export/${format}`}>
                {format.toUpperCase()}
              </a>
            ))}
          </p>
          <HandedInTable base={base} rows={loaderData.handed} fills={loaderData.fills} />
        </>
      )}
      {mayDefine ? (
        <Disclosure summary={text('indicator.mask.title', { below: table.maskedBelow })}>
          <p className="sub">{text('indicator.mask.lead')}</p>
          <ActionForm intent="mask" result={actionData} submit={text('indicator.mask.save')}>
            {(wire) => (
              <TextField {...wire('maskedBelow', table.maskedBelow)} width="short" inputMode="numeric" />
            )}
          </ActionForm>
        </Disclosure>
      ) : null}
    </PageBody>
  );
}
