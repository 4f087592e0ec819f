import { data } from 'react-router';
import type { Locale } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { localeOf } from '#app/messages/locale.server.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import { layOut } from '#app/render/layout.ts';
import { ReportTable } from '#app/report/report-table.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/public-scheme-page';
import { printAmounts } from './amount-chapter.ts';
import type { Amounts } from './amounts.ts';
import { listPublic, listPublicAmounts, type PublicEntry } from './public.server.ts';
import { chosenLocale, publicHref } from './public-address.ts';
import { loadPublic, publicHeaders } from './public-page.server.ts';
import { type ListedDocument, PublicHeading, PublicList, PublicMeta } from './public-part.tsx';

/** A scheme as everybody may follow it: what came in, to whom it went, and the account given of it. */
export async function loader(args: Route.LoaderArgs) {
  const locale = localeOf(args.request, args.context);
  const { entries, amounts } = await loadPublic(args, async (tx) => ({
    entries: await listPublic(tx, args.params),
    amounts: await listPublicAmounts(tx, args.params),
  }));
  const { institution, scheme } = entries[0]!.head;
  const { origin, pathname } = new URL(args.request.url);
  const money = (stage: string) =>
    entries.flatMap((entry) => {
      if (entry.head.stage !== stage || entry.withdrawnAt !== null) return [];
      const own = amounts.find((one) => one.document === entry.document && one.version === entry.version);
      return own?.amounts ? [printed(entry, own.amounts, locale)] : [];
    });
  const ofStage = (...stages: (string | null)[]) =>
    entries.filter((one) => stages.includes(one.head.stage)).map((one) => listed(one, locale));
  return data(
    {
      ...{ received: money('granted'), divided: money('allocated') },
      reports: ofStage(null, 'realised'),
      plans: ofStage('budgeted'),
      others: ofStage('expected', 'granted', 'allocated', 'forecast'),
      codes: [args.params.institution, args.params.scheme] as [string, string],
      ...{ name: nameOf(scheme, locale), institution: nameOf(institution, locale) },
      notice: locale === 'en' ? institution.noticeEn : institution.noticeNl,
      ...{ chosen: chosenLocale(args.request.url), canonical: origin + pathname },
    },
    { headers: publicHeaders },
  );
}

function listed({ document, head, from, withdrawnAt }: PublicEntry, locale: Locale): ListedDocument {
  const { title, firstYear, lastYear } = head;
  const years = firstYear === lastYear ? String(firstYear) : `${firstYear}–${lastYear}`;
  const names = { kind: nameOf(head.kind, locale), unit: nameOf(head.unit, locale) };
  return { document, title, ...names, years, from, withdrawnAt };
}

function printed(entry: PublicEntry, amounts: Amounts, locale: Locale) {
  const { document, version, from, head } = entry;
  const table = layOut(printAmounts(amounts, locale).table, {
    texts: renderTextsOf(locale),
    language: locale,
  });
  return { document, version, from, title: head.title, table };
}

export const headers = ({ loaderHeaders }: Route.HeadersArgs) => loaderHeaders;

export default function PublicSchemePage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { codes, name, institution, notice, chosen, canonical, received, divided } = loaderData;
  const lead = text('public.scheme.lead', { institution });
  const lists = (['reports', 'plans', 'others'] as const).filter((key) => loaderData[key].length > 0);
  const titles = { reports: 'public.reports', plans: 'public.plans', others: 'public.other-documents' };
  return (
    <div className="public-page">
      <PublicMeta page={`${name}, ${institution}`} description={lead} canonical={canonical} />
      <PublicHeading
        crumbs={[
          { href: publicHref(chosen), label: text('public.title') },
          { href: publicHref(chosen, codes[0]), label: institution },
        ]}
        title={name}
        lead={lead}
        notice={notice}
      />
      {lists.slice(0, 1).map((key) => (
        <section key={key} aria-labelledby={key}>
          <h2 id={key}>{text(titles[key])}</h2>
          <PublicList at={codes} chosen={chosen} documents={loaderData[key]} />
        </section>
      ))}
      <Money id="received" title={text('public.money-in')} tables={received} {...{ codes, chosen }} />
      <Money id="divided" title={text('public.money-out')} tables={divided} {...{ codes, chosen }} />
      {lists.slice(1).map((key) => (
        <section key={key} aria-labelledby={key}>
          <h2 id={key}>{text(titles[key])}</h2>
          <PublicList at={codes} chosen={chosen} documents={loaderData[key]} />
        </section>
      ))}
    </div>
  );
}

type MoneyProps = {
  id: string;
  title: string;
  tables: ReturnType<typeof printed>[];
  codes: [string, string];
  chosen: Locale | null;
};

function Money({ id, title, tables, codes, chosen }: MoneyProps) {
  const text = useText();
  const locale = useLocale();
  if (tables.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {tables.map(({ document, version, from, title: source, table }) => (
        <div key={document} className="public-money">
          <ReportTable table={table} notePrefix={document} />
          <p className="sub">
            <a href={publicHref(chosen, ...codes, document)}>
              {text('public.money.from', {
                title: source,
                number: String(version),
                date: formatDate(from, locale),
              })}
            </a>
          </p>
        </div>
      ))}
    </section>
  );
}
