import type { Locale } from '#app/kernel/actor.ts';
import {
  type Block,
  empty,
  type Inline,
  money,
  type Report,
  type Row,
  share,
  type Table,
} from '#app/render/report.ts';
import type { Pack } from './pack.server.ts';
import type { PackChange, PackText } from './pack.ts';
import { packWords } from './pack-words.ts';

type Words = (key: string, params?: Record<string, string | number | null>) => string;
type Frame = {
  words: Words;
  locale: Locale;
  institution: string;
  notice: string;
  today: string;
  base: string;
};

/** The reading pack as a report, which every writer sets: two pages of A4 as PDF. Pure. */
export function packReport(pack: Pack, frame: Frame): Report {
  const { words, locale, base } = frame;
  const said = packWords(pack, words, locale);
  const { cut } = pack;
  const heading = (key: string): Block => ({ kind: 'heading', level: 2, text: words(key) });
  const line = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines });
  const more = (count: number, key: string): Block[] =>
    count > 0 ? [line({ text: words(key, { count }), italic: true })] : [];
  const blocks: Block[] = [
    line({ text: pack.decision.question, bold: true }),
    line(
      ...said.facts.flatMap(({ label, value }, index): Inline[] => [
        ...(index > 0 ? [{ text: '\n' }] : []),
        { text: `${label}: `, bold: true },
        { text: value },
      ]),
    ),
    { kind: 'heading', level: 2, text: words(pack.decision.earlier ? 'pack.changed' : 'pack.planned') },
    line({ text: said.against }),
    ...(pack.themes.length > 0
      ? [{ kind: 'table' as const, table: moneyTable(pack, words, said) }]
      : [line({ text: words('pack.money.none') })]),
    ...more(cut.changes, 'pack.changes.more'),
  ];
  if (pack.texts.length > 0) {
    blocks.push(heading(pack.decision.earlier ? 'pack.words' : 'pack.words.planned'));
    if (pack.decision.earlier) blocks.push(line({ text: words('pack.words.key'), italic: true }));
    blocks.push(
      ...pack.texts.map((one) => line(...textLine(one, said))),
      ...more(cut.texts, 'pack.texts.more'),
    );
  } else if (pack.decision.earlier)
    blocks.push(heading('pack.words'), line({ text: words('dossier.words.none') }));
  if (pack.commitments.length > 0) {
    blocks.push(heading('pack.commitments'));
    for (const one of pack.commitments) {
      blocks.push(line({ text: one.text }, { text: ` ${said.commitment(one)}`, italic: true }));
    }
    blocks.push(...more(cut.commitments, 'pack.commitments.more'));
  }
  for (const one of pack.voices) {
    blocks.push(heading('pack.voices'), line({ text: said.voice(one) }));
    blocks.push(...one.accounts.map((account) => line({ text: said.account(account) })));
  }
  if (pack.consultations.length > 0) {
    blocks.push(heading('pack.consultations'));
    for (const one of pack.consultations) {
      blocks.push(line({ text: one.title }, { text: ` ${said.consultation(one)}`, italic: true }));
    }
    blocks.push(...more(cut.consultations, 'pack.consultations.more'));
  }
  blocks.push(
    line({ text: `${words('pack.rule')} ` }, { text: `${base}${pack.plan}`, href: `${base}${pack.plan}` }),
  );
  return {
    title: said.title,
    language: locale,
    institution: frame.institution,
    asOf: frame.today,
    ...(frame.notice && { notice: frame.notice }),
    compact: true,
    blocks,
  };
}

type Said = ReturnType<typeof packWords>;

/** Every theme before, after and the difference, with its share; under it what changed and why. */
function moneyTable(pack: Pack, words: Words, said: Said): Table {
  const compared = pack.decision.earlier !== null;
  const cells = (one: Pack['themes'][number]): Row['cells'] => {
    const is = one.after === null ? empty : money(one.after);
    const shareOf = (side: 'before' | 'after') => (one.share ? share(one.share[side]) : empty);
    if (!compared) return [is, shareOf('after')];
    const was = one.before === null ? empty : money(one.before);
    return [was, is, money(one.difference), shareOf('before'), shareOf('after')];
  };
  const changeRow = (one: PackChange): Row => {
    const { kind, why, amount } = said.change(one);
    const label = `${kind ? `${kind}: ` : ''}${one.title}.${amount ? ` ${amount}.` : ''}${why ? ` ${why}` : ''}`;
    const width = compared ? 5 : 2;
    return { kind: 'plain', label, indent: 1, cells: Array.from({ length: width }, () => empty) };
  };
  const themed = new Set(pack.themes.map((one) => one.theme));
  const under = (theme: string | null) => pack.changes.filter((one) => one.theme === theme).map(changeRow);
  const loose = pack.changes.filter((one) => !themed.has(one.theme)).map(changeRow);
  const { total } = pack;
  const columns = compared
    ? [
        { key: 'before', label: said.before },
        { key: 'after', label: said.after },
        { key: 'difference', label: words('change.difference') },
        { key: 'was', label: words('pack.share.before') },
        { key: 'is', label: words('pack.share.after') },
      ]
    : [
        { key: 'after', label: words('pack.budget') },
        { key: 'is', label: words('pack.share.one') },
      ];
  return {
    caption: words(compared ? 'pack.table' : 'pack.table.planned', { years: said.years }),
    unitNote: words('pack.unit'),
    labelHead: words('change.theme'),
    columns,
    rows: [
      ...pack.themes.flatMap((one): Row[] => [
        { kind: 'line', label: said.theme(one), cells: cells(one) },
        ...under(one.theme),
      ]),
      ...loose,
      {
        kind: 'total',
        label: words('pack.total'),
        cells: cells({ theme: null, name: null, series: null, ...total, share: null }),
      },
    ],
    format: { money: 'keur', shareDecimals: 0 },
  };
}

function textLine(one: PackText, said: Said): Inline[] {
  const { title, kind, more } = said.text(one);
  return [
    { text: `${title}${kind ? ` (${kind})` : ''}\n`, italic: true },
    ...one.pieces.map(({ kind: was, text }): Inline => {
      const words = text.trimEnd();
      const rest = text.slice(words.length) || ' ';
      if (was === 'gone') return { text: `[${words}]${rest}` };
      return { text: `${words}${rest}`, bold: was === 'new' && one.kind !== 'new' };
    }),
    ...(more ? [{ text: more, italic: true }] : []),
  ];
}
