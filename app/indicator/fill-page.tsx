import { redirect } from 'react-router';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { InvalidInput, Missing } from '#app/kernel/rejection.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/fill-page';
import { FillFields } from './fill-fields.tsx';
import { readFill } from './fill-form.ts';
import { IndicatorHead } from './indicator-head.tsx';
import { getIndicatorSet, recordFigures } from './record.server.ts';
import { submitSet } from './submission.server.ts';
import { submissionBlockers } from './submission.ts';
import './fill.css';
import './indicator.css';

export const handle = { ownHead: true };

function addressOf(params: { scheme: string; unit: string; year: string }) {
  if (!/^(19|20|21)\d\d$/.test(params.year)) throw new Missing('year');
  return { scheme: params.scheme, unit: params.unit, year: Number(params.year) };
}

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    const at = addressOf(args.params);
    const head = await getSchemeHead(tx, actor.institutionId, at.scheme);
    const { unit, entries, observations, reflections, submissions, submitted } = await getIndicatorSet(
      tx,
      actor,
      at,
    );
    const near = <T extends { year: number }>(list: T[]) =>
      list.filter((one) => one.year === at.year || one.year === at.year - 1);
    const handedIn = submissions.filter((one) => one.unit === at.unit && one.year === at.year);
    const set = { entries, observations, reflections, year: at.year };
    const own = [...observations, ...reflections].filter((one) => one.year === at.year);
    return {
      ...{ head, at, today, entries, submitted },
      unit: { code: unit.code, nameNl: unit.nameNl, nameEn: unit.nameEn },
      ...{ observations: near(observations), reflections: near(reflections) },
      handedIn: handedIn.at(-1) ?? null,
      open: submissionBlockers(set, actor.locale),
      changed: submitted === 0 || own.some((one) => one.afterSubmission >= submitted),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const now = args.context.get(edgeContext).clock();
  const submit = form.get('intent') === 'submit';
  const result = await act(args, async (tx, actor) => {
    const at = addressOf(args.params);
    const set = await getIndicatorSet(tx, actor, at);
    const { input, errors } = readFill(form, set, actor.locale);
    if (errors.length > 0) throw new InvalidInput(errors);
    if (input.figures.length + input.reflections.length > 0) await recordFigures(tx, actor, at, input);
    return submit ? submitSet(tx, actor, { ...at, now }) : null;
  });
  if ('done' in result) {
    const { scheme, unit, year } = args.params;
    return redirect(`/schemes/${scheme}/indicators/fill/${unit}/${year}?${submit ? 'handed-in' : 'saved'}=1`);
  }
  const typed = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return { problem: result.problem, typed: Object.fromEntries(typed) as Record<string, string> };
}

/** A unit fills in its year on one screen, with the year before beside it, and hands it in. */
export default function FillPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, unit, at, entries, handedIn } = loaderData;
  const base = `/schemes/${head.code}/indicators`;
  const title = text('indicator.fill.title', { unit: nameOf(unit, locale), year: String(at.year) });
  const here = `${base}/fill/${unit.code}`;
  return (
    <>
      <IndicatorHead scheme={head} title={title} lead={text('indicator.fill.lead')} />
      <PageBody>
        <p className="indicator-years">
          <Link href={`${here}/${at.year - 1}`}>← {at.year - 1}</Link>
          <Link href={`${here}/${at.year + 1}`}>{at.year + 1} →</Link>
        </p>
        {handedIn ? (
          <Notice
            tone={loaderData.changed ? 'warn' : 'ok'}
            title={text(loaderData.changed ? 'indicator.fill.changed' : 'indicator.fill.handed-in', {
              date: formatDate(handedIn.onDate, locale),
              hash: handedIn.contentHash.slice(0, 12),
            })}
          />
        ) : null}
        {entries.length === 0 ? (
          <Empty title={text('indicator.fill.nothing')}>{text('indicator.fill.nothing.next')}</Empty>
        ) : (
          <FillFields
            {...loaderData}
            base={base}
            problem={actionData?.problem ?? null}
            typed={actionData?.typed ?? null}
          />
        )}
      </PageBody>
    </>
  );
}
