/** A computed table with its differences and words, for the page, the exports, the API and the command. */
import type { Locale } from '#app/kernel/actor.ts';
import { renderTextsOf, wordsOf } from '#app/messages/words.server.ts';
import type { Format } from '#app/render/render-report.ts';
import type { Report, Table } from '#app/render/report.ts';
import { type Difference, differences } from './published.ts';
import type { TableAnswer } from './table.server.ts';
import { figureHref } from './table-figure.ts';
import { tableOf } from './table-view.ts';

export type ShownTable = {
  code: string;
  title: string;
  about: string | null;
  source: string | null;
  table: Table;
  differences: Difference[];
};

/** Whether the printed figures can be compared: as of the day of the document only, with all that is known of it. */
export function comparable(answer: TableAnswer): boolean {
  const day = answer.tables[0]!.layout.asOf;
  return answer.knownOn === null && (day === undefined || day === answer.asOf);
}

/** The tables of an answer, ready to show. */
export function shownTables(answer: TableAnswer, locale: Locale, links: boolean): ShownTable[] {
  const compare = comparable(answer);
  return answer.tables.map((one) => {
    const { code, layout } = one;
    const title = locale === 'en' ? one.titleEn : one.titleNl;
    const place = { scheme: answer.frame.code, table: answer.tables[0]!.code, layout, asOf: answer.asOf };
    return {
      code,
      title,
      about: layout.about?.[locale] ?? null,
      source: layout.source ?? null,
      table: tableOf(one, {
        title,
        locale,
        words: wordsOf(locale),
        render: { texts: renderTextsOf(locale), language: locale },
        compare,
        href: links ? (row, column) => figureHref({ row, column }, place) : null,
      }),
      differences: compare ? differences(one, answer.others) : [],
    };
  });
}

/** The report that is written to a file. A CSV holds one table; every other format what stands beside it too. */
export function tableReport(answer: TableAnswer, locale: Locale, format: Format): Report {
  const shown = shownTables(answer, locale, false);
  const tables = format === 'csv' || format === 'csvw' ? shown.slice(0, 1) : shown;
  const { frame } = answer;
  return {
    title: tables[0]!.title,
    subtitle: frame.name,
    language: locale,
    institution: frame.institution,
    asOf: answer.asOf,
    ...(answer.knownOn && { knownOn: answer.knownOn }),
    ...(frame.notice && { notice: frame.notice }),
    blocks: tables.map(({ table }) => ({ kind: 'table', table })),
  };
}
