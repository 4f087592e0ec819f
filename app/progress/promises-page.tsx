import { codeOptions } from '#app/identity/choice.ts';
import { load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ChoiceControl } from '#app/ui/choice-control.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { Controls, PageBody, PageTitle } from '#app/ui/page.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/promises-page';
import './progress.css';
import { ProgressNav, promiseHref } from './progress-words.tsx';
import { listPromises } from './promise.server.ts';
import { failing, hintsOf, type PlanPromise, tally } from './promise.ts';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const unit = new URL(args.request.url).searchParams.get('unit') || null;
  return load(args, async (tx, actor) => ({ ...(await listPromises(tx, actor, { scheme })), unit }));
}

/** Which promises of plans meet the scheme's criteria, which fail and why, and what they lack. */
export default function PromisesPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { frame, promises, unit } = loaderData;
  const units = [...new Map(promises.map((one) => [one.unit.code, one.unit])).values()];
  const shown = promises.filter((one) => unit === null || one.unit.code === unit);
  const failed = failing(shown);
  return (
    <PageBody>
      <PageTitle page={text('promises.title')} />
      <ProgressNav scheme={frame.code} current="goals" />
      <p className="lead">{text('promises.lead')}</p>
      {frame.criteria.length === 0 ? (
        <Empty title={text('promises.no-criteria')}>{text('promises.no-criteria.next')}</Empty>
      ) : promises.length === 0 ? (
        <Empty title={text('promises.none')}>{text('promises.none.next')}</Empty>
      ) : (
        <>
          <Controls show={text('progress.show')}>
            <ChoiceControl
              label={text('progress.unit')}
              name="unit"
              value={unit}
              all={text('progress.all')}
              options={codeOptions(locale, units)}
            />
          </Controls>
          <p className="progress-statement">{text('promises.tally', tally(shown, frame.criteria))}</p>
          {failed.length > 0 ? (
            <section>
              <h2>{text('promises.failing')}</h2>
              <ul className="ruled">
                {failed.map(({ promise, judgement }) => {
                  const criterion = frame.criteria.find((one) => one.code === judgement.criterion)!;
                  return (
                    <li key={`${promise.document} ${promise.code} ${judgement.criterion}`} className="row">
                      <div>
                        <Link href={promiseHref(frame.code, promise)}>{promise.name}</Link>
                        <small>
                          {nameOf(promise.unit, locale)} · {judgement.by}, {formatDate(judgement.at, locale)}
                        </small>
                        <p className="said">{judgement.reason}</p>
                      </div>
                      <span className="end">
                        <Badge tone="warn">
                          {text('promises.not', { criterion: nameOf(criterion, locale) })}
                        </Badge>
                      </span>
                    </li>
                  );
                })}
              </ul>
            </section>
          ) : null}
          <Promises frame={frame} promises={shown} />
        </>
      )}
    </PageBody>
  );
}

type ListProps = { frame: Route.ComponentProps['loaderData']['frame']; promises: readonly PlanPromise[] };

function Promises({ frame, promises }: ListProps) {
  const text = useText();
  const locale = useLocale();
  const list = new Intl.ListFormat(locale);
  const row = (promise: PlanPromise): TableRow => {
    const hints = hintsOf(promise).map((hint) => text(`history.fact.${hint}`));
    return {
      key: `${promise.document} ${promise.code}`,
      head: <Link href={promiseHref(frame.code, promise)}>{promise.name}</Link>,
      cells: {
        ...Object.fromEntries(
          frame.criteria.map(({ code }) => [
            code,
            <Met key={code} met={promise.judgements.find((one) => one.criterion === code)?.met ?? null} />,
          ]),
        ),
        hints: hints.length > 0 ? <span className="step-what">{list.format(hints)}</span> : '–',
      },
    };
  };
  const byUnit = Map.groupBy(promises, (one) => one.unit.code);
  return (
    <DataTable
      caption={text('promises.all')}
      note={text('promises.all.note')}
      rowHead={text('promises.measure')}
      columns={[
        ...frame.criteria.map((one) => ({ key: one.code, head: nameOf(one, locale), kind: 'text' as const })),
        { key: 'hints', head: text('promises.hints'), kind: 'text' },
      ]}
      rows={[...byUnit].flatMap(([code, own]): TableRow[] => [
        { key: `unit ${code}`, kind: 'group', head: nameOf(own[0]!.unit, locale), cells: {} },
        ...own.map(row),
      ])}
    />
  );
}

/** Met, not met, or not judged yet; never by colour alone. */
function Met({ met }: { met: boolean | null }) {
  const text = useText();
  if (met === null) {
    return (
      <span className="sub">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{text('promises.open')}</span>
      </span>
    );
  }
  return met ? text('promises.yes') : <Badge tone="warn">{text('promises.no')}</Badge>;
}
