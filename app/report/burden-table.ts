import { nameOf } from '#app/kernel/name.ts';
import { type Cell, count, type Table } from '#app/render/report.ts';
import type { ReportBurden, TemplateBurden } from './burden.server.ts';
import type { Language } from './page-file.ts';

/** What reports ask of those who write them, as it goes out: by template and report by report; time in minutes. Pure. */
export function burdenTables(templates: readonly TemplateBurden[], language: Language): Table[] {
  const { words, locale } = language;
  const heads = ['asked', 'required', 'reused', 'computed', 'reports', 'average'] as const;
  return [
    {
      caption: words('burden.templates'),
      unitNote: words('burden.templates.note'),
      labelHead: words('burden.kind'),
      columns: heads.map((key) => ({ key, label: labelOf(key, language) })),
      rows: templates.map((one) => {
        const told = one.reports.flatMap(({ minutes }) => minutes ?? []);
        const sum = told.reduce((total, each) => total + each, 0);
        return {
          kind: 'plain',
          label: nameOf(one.kind, locale),
          cells: [
            ...[one.asked, one.required, one.reused, one.computed, one.reports.length].map((n) => count(n)),
            minutesCell(told.length === 0 ? null : Math.round(sum / told.length)),
          ],
        };
      }),
      nil: 'figure',
    },
    ...templates.filter((one) => one.reports.length > 0).map((one) => reportTable(one, language)),
  ];
}

const minutesCell = (minutes: number | null): Cell =>
  minutes === null ? { kind: 'unknown' } : count(minutes);

function labelOf(key: string, { words }: Language): string {
  return key === 'average' || key === 'minutes' ? words(`burden.${key}.minutes`) : words(`burden.${key}`);
}

function reportTable({ kind, reports }: TemplateBurden, language: Language): Table {
  const heads = ['year', 'written', 'quotes', 'minutes'] as const;
  return {
    caption: nameOf(kind, language.locale),
    labelHead: language.words('burden.report'),
    columns: heads.map((key) => ({ key, label: labelOf(key, language) })),
    rows: reports.map((one: ReportBurden) => ({
      kind: 'plain',
      label: one.draft ? `${one.title} (${language.words('plan.status.draft')})` : one.title,
      cells: [
        { kind: 'text', text: String(one.firstYear) },
        count(one.written),
        count(one.quotes),
        minutesCell(one.minutes),
      ],
    })),
    nil: 'figure',
  };
}
