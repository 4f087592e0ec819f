import { yearOptions } from '#app/identity/choice.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { keepMoment, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { yearOf } from '#app/kernel/period.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ChoiceControl } from '#app/ui/choice-control.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { SegmentLinks } from '#app/ui/frame.tsx';
import { MomentFields, MomentNotice } from '#app/ui/moment.tsx';
import { Control, Controls, PageBody } from '#app/ui/page.tsx';
import { TableExports } from '#app/ui/table-exports.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import './document.css';
import type { Route } from './+types/compare-page';
import { ChangeTable } from './change-table.tsx';
import { CompareMeasures } from './compare-measures.tsx';
import { CompareMoney } from './compare-money.tsx';
import { CompareTexts } from './compare-texts.tsx';
import { getPlanHead } from './plan.server.ts';
import { PlanFrame } from './plan-frame.tsx';
import { planHref } from './plan-words.ts';
import { ShiftSection } from './shift-section.tsx';
import { compareVersions } from './version-comparison.server.ts';
import { type Side, sideName } from './version-family.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const [from, to] = [query.get('from'), query.get('to')];
  const asked = readMoment(query, isoDate(args.context.get(edgeContext).clock()));
  const moment = versionMoment(asked);
  return load(args, async (tx, actor) => {
    const year = yearOf(query);
    const comparison = await compareVersions(tx, actor, { ...args.params, from, to, year, moment });
    const head = comparison?.head ?? (await getPlanHead(tx, actor, args.params));
    return { head, comparison, asked, inline: query.get('view') === 'inline' };
  });
}

/** Two versions side by side: what changed in money, in measures and in words. */
export default function ComparePage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { head, comparison, asked, inline } = loaderData;
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  const names = useSideNames(head.code);
  if (!comparison) {
    return (
      <>
        <PlanFrame head={head} title={text('compare.title')} />
        <PageBody narrow>
          <MomentNotice moment={asked} now="?" />
          <Empty
            title={text('compare.one')}
            action={<ButtonLink href={base}>{text('compare.read', { document: head.title })}</ButtonLink>}
          >
            {text('compare.one.next')}
          </Empty>
        </PageBody>
      </>
    );
  }
  const { before, after, years } = comparison;
  const called = { before: names.short(before), after: names.short(after) };
  return (
    <>
      <PlanFrame
        head={head}
        title={text('compare.title')}
        lead={text('compare.lead', { before: names.long(before), after: names.long(after) })}
      />
      <PageBody>
        <MomentNotice moment={asked} now={`?from=${before.ref}&to=${after.ref}`} />
        <Choice {...loaderData} comparison={comparison} />
        <Summary comparison={comparison} />
        <section id="money" className="compared" aria-labelledby="money-head">
          <h2 id="money-head">{text('compare.money')}</h2>
          {comparison.changes.length === 0 ? (
            <p>{text('compare.money.none')}</p>
          ) : (
            <>
              <ChangeTable
                changes={comparison.changes}
                themes={comparison.themes}
                names={called}
                years={`${years[0]}–${years.at(-1)}`}
              />
              <CompareMoney comparison={comparison} names={called} />
            </>
          )}
        </section>
        <ShiftSection comparison={comparison} names={called} />
        {comparison.changes.length === 0 ? null : (
          <TableExports
            href={`${base}/compare`}
            title={text('compare.title')}
            query={keepMoment(addressOf(comparison), momentSearch(asked))}
          />
        )}
        <CompareMeasures comparison={comparison} names={called} />
        <CompareTexts comparison={comparison} names={called} inline={inline} base={base} />
      </PageBody>
    </>
  );
}

/** What the sides are called: the document's title only where it is another document. */
function useSideNames(document: string) {
  const text = useText();
  const locale = useLocale();
  const state = (side: Side) => {
    const date = side.adoptedAt ?? side.submittedAt;
    const status = text(`plan.status.${side.status}`);
    return date ? `${status} ${formatDate(date, locale, 'short')}` : status;
  };
  const short = (side: Side) => sideName(side, document, text);
  return {
    short,
    long: (side: Side) => `${short(side)} (${state(side)})`,
  };
}

/** The sides and the year of a comparison as an address names them. */
const addressOf = ({ before, after, shift: { year } }: Compared['comparison']) =>
  `?from=${before.ref}&to=${after.ref}${year === null ? '' : `&year=${year}`}`;

type Loaded = Route.ComponentProps['loaderData'];
type Compared = { comparison: NonNullable<Loaded['comparison']> };

/** Both sides to choose from; the form works without script. */
function Choice({ head, comparison, asked, inline }: Omit<Loaded, 'comparison'> & Compared) {
  const text = useText();
  const names = useSideNames(head.code);
  const { before, after, choices, shift, years } = comparison;
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  const to = (from: string, until: string, view: boolean) =>
    keepMoment(
      `${base}/compare?from=${from}&to=${until}${view ? '&view=inline' : ''}${shift.year === null ? '' : `&year=${shift.year}`}`,
      momentSearch(asked),
    );
  const select = (name: 'from' | 'to', value: string) => (
    <select name={name} defaultValue={value} key={value}>
      {choices.map((side) => (
        <option key={side.ref} value={side.ref}>
          {names.long(side)}
        </option>
      ))}
    </select>
  );
  return (
    <>
      <Controls
        end={
          <button type="submit" className="button button-secondary button-small">
            {text('compare.show')}
          </button>
        }
      >
        {inline ? <input type="hidden" name="view" value="inline" /> : null}
        <Control label={text('compare.from')}>{select('from', before.ref)}</Control>
        <Control label={text('compare.to')}>{select('to', after.ref)}</Control>
        <MomentFields moment={asked} />
        <ChoiceControl
          label={text('shift.year')}
          name="year"
          value={shift.year?.toString() ?? null}
          all={text('shift.year.all')}
          options={yearOptions(years)}
        />
      </Controls>
      <div className="row compare-views">
        <SegmentLinks
          label={text('compare.view')}
          options={[false, true].map((one) => ({
            key: String(one),
            href: to(before.ref, after.ref, one),
            label: text(one ? 'compare.view.inline' : 'compare.view.side'),
            current: one === inline,
          }))}
        />
        <ButtonLink href={to(after.ref, before.ref, inline)} small>
          {text('compare.swap')}
        </ButtonLink>
      </div>
    </>
  );
}

/** How much changed, each leading to where it stands. */
function Summary({ comparison }: Compared) {
  const text = useText();
  const { texts, measures, money, shift } = comparison;
  const shifted = shift.themes.filter((one) => one.items.length > 0).length;
  const count = (kind: string) => measures.filter((one) => one.kind === kind).length;
  const changed = texts.filter((one) => one.kind !== 'same').length;
  const difference = money.total.find((one) => one.year === null)?.difference ?? 0;
  return (
    <ul className="compare-summary">
      <li>
        <a href="#money">{text('compare.money')}</a>
        <span>{text('compare.sum.money', { cents: difference })}</span>
      </li>
      <li>
        <a href="#shift">{text('shift.title')}</a>
        <span>{text('shift.sum', { count: shifted })}</span>
      </li>
      {measures.length > 0 ? (
        <li>
          <a href="#measures">{text('plan.measures')}</a>
          <span>
            {text('compare.sum.measures', {
              added: count('new'),
              stopped: count('stopped'),
              changed: count('changed'),
            })}
          </span>
        </li>
      ) : null}
      <li>
        <a href="#texts">{text('compare.texts')}</a>
        <span>{text('compare.sum.texts', { changed, same: texts.length - changed })}</span>
      </li>
    </ul>
  );
}
