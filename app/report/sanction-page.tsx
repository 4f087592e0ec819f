import { formAction } from '#app/identity/action.server.ts';
import type { Wire } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { PartList } from '#app/identity/part-list.tsx';
import { isoDate } from '#app/kernel/clock.ts';
import { isNow, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { nameOf } from '#app/kernel/name.ts';
import { renderTextsOf, wordsOf } from '#app/messages/words.server.ts';
import { layOut } from '#app/render/layout.ts';
import { putSanction, removeSanction, type Sanction } from '#app/scheme/sanction.server.ts';
import { revisionInput } from '#app/scheme/scheme.input.ts';
import { schemeRevision } from '#app/scheme/scheme.server.ts';
import { canEditSchemes } from '#app/scheme/scheme-setting.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/sanction-page';
import { ReportTable } from './report-table.tsx';
import './process.css';
import './report.css';
import { TableExports } from '#app/ui/table-exports.tsx';
import { getSanctions } from './sanction.server.ts';
import { readSanction } from './sanction-form.ts';
import { formulaOf, sanctionTable } from './sanction-table.ts';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const now = args.context.get(edgeContext).clock();
  const asked = readMoment(new URL(args.request.url).searchParams, isoDate(now));
  return load(args, async (tx, actor) => {
    const { asOf, knownOn } = asked;
    const { frame, sanctions } = await getSanctions(tx, actor, { scheme, asOf, knownOn, now });
    const { locale } = actor;
    const language = { words: wordsOf(locale), locale };
    const mayEdit = canEditSchemes(actor) && isNow(asked);
    return {
      ...{ scheme, asked, mayEdit },
      revision: mayEdit ? await schemeRevision(tx, actor.institutionId, scheme) : 0,
      sanctions: sanctions.map((view) => ({
        ...view.sanction,
        divided: view.loss.units.size > 0,
        formula: formulaOf(view, language),
        table: layOut(sanctionTable(view, { ...language, units: frame.units }), {
          texts: renderTextsOf(locale),
          language: locale,
        }),
      })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const at = (form: FormData) => ({
    scheme: args.params.scheme,
    part: String(form.get('part') ?? form.get('code') ?? ''),
  });
  return formAction(args, {
    sanction: (tx, actor, form) => putSanction(tx, actor, at(form), readSanction(form)),
    'sanction.remove': (tx, actor, form) =>
      removeSanction(tx, actor, at(form), readForm(revisionInput, form)),
  });
}

/** What an assessment that ends badly would do to the money: per scenario, per year, per unit. */
export default function SanctionPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme, asked, sanctions, mayEdit, revision } = loaderData;
  return (
    <PageBody>
      <PageTitle page={text('sanction.title')} />
      <h2>{text('sanction.title')}</h2>
      <p className="said">{text('sanction.lead')}</p>
      <MomentNotice moment={asked} now="?" />
      <MomentForm moment={asked} />
      {sanctions.length === 0 ? (
        <Empty title={text('sanction.none')}>{text('sanction.none.next')}</Empty>
      ) : null}
      {sanctions.map((one) => (
        <section key={one.code} className="sanction">
          <h3>{nameOf(one, locale)}</h3>
          <p>{locale === 'en' ? one.causeEn : one.causeNl}</p>
          <p className="sub">{one.formula}</p>
          <ReportTable table={{ ...one.table, caption: text('sanction.caption') }} notePrefix={one.code} />
          {one.divided ? <p className="sub">{text('sanction.formula.units')}</p> : null}
          {one.source ? (
            <p className="table-source">
              {text('field.source')}: {one.source}
            </p>
          ) : null}
        </section>
      ))}
      {sanctions.length > 0 ? (
        <TableExports
          href={`/schemes/${scheme}/sanctions`}
          title={text('sanction.title')}
          query={isNow(asked) ? '' : `?${momentSearch(asked)}`}
        />
      ) : null}
      {mayEdit ? (
        <section>
          <h3>{text('sanction.change')}</h3>
          <PartList
            intent="sanction"
            parts={sanctions}
            partOf={(one) => one.code}
            result={actionData}
            hidden={{ revision: String(revision) }}
            add={text('sanction.add')}
            fields={(wire, one) => <Fields wire={wire} sanction={one} />}
          >
            {(one) => <b>{nameOf(one, locale)}</b>}
          </PartList>
        </section>
      ) : null}
    </PageBody>
  );
}

function Fields({ wire, sanction }: { wire: Wire; sanction?: Sanction }) {
  const text = useText();
  const effect = sanction?.effect;
  const withhold = effect?.kind === 'withhold' ? effect : null;
  const growth = effect?.kind === 'no-growth' ? effect : null;
  const own = (name: string, stands?: string | number | null) => ({
    ...wire(`effect.${name}`, stands),
    label: text(`sanction.effect.${name}`),
  });
  const year = (name: string, stands?: number) => (
    <TextField {...own(name, stands)} width="short" inputMode="numeric" />
  );
  return (
    <>
      {sanction ? null : <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />}
      <div className="pair">
        <TextField {...wire('nameNl', sanction?.nameNl)} />
        <TextField {...wire('nameEn', sanction?.nameEn)} />
        <TextArea {...wire('causeNl', sanction?.causeNl)} rows={2} optional />
        <TextArea {...wire('causeEn', sanction?.causeEn)} rows={2} optional />
      </div>
      <fieldset className="field sanction-effect">
        <legend className="field-label">{text('sanction.effect')}</legend>
        <Select
          {...own('kind', effect?.kind ?? 'withhold')}
          options={['withhold', 'no-growth'].map((kind) => ({
            value: kind,
            label: text(`sanction.effect.kind.${kind}`),
          }))}
        />
        <div className="pair effect-withhold">
          {year('fromYear', withhold?.fromYear)}
          {year('lastYear', withhold?.lastYear)}
          <TextField
            {...own('share', withhold ? withhold.shareBasis / 100 : 100)}
            width="short"
            inputMode="decimal"
          />
        </div>
        <div className="pair effect-no-growth">
          {year('year', growth?.year)}
          {year('over', growth?.over)}
        </div>
      </fieldset>
      <TextField {...wire('source', sanction?.source)} optional />
      <TextField {...wire('sort', sanction?.sort ?? 0)} width="short" inputMode="numeric" />
    </>
  );
}
