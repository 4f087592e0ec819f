import type { Locale } from '#app/kernel/actor.ts';
import type { Block, Inline, Report } from '#app/render/report.ts';
import type { Pack } from './pack.server.ts';
import { type PackChange, type PackText, toldByTheme } from './pack.ts';
import { moneyTables } from './pack-table.ts';
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
    ...(said.core.length > 0 ? [heading('pack.core'), line({ text: said.core.join(' ') })] : []),
    { kind: 'heading', level: 2, text: words(pack.decision.earlier ? 'pack.changed' : 'pack.planned') },
    line({ text: said.against }),
    ...moneyTables(pack, words, said),
    ...told(pack, words, said),
  ];
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
    line(
      { text: `${words('pack.rule', { money: pack.money })} ` },
      { text: `${base}${pack.plan}`, href: `${base}${pack.plan}` },
    ),
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

function textLine(one: PackText, said: Said, under: boolean): Inline[] {
  const { title, kind, more } = said.text(one, under);
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

/** Theme by theme what became of which measure and why, and what the words say now. */
function told(pack: Pack, words: Words, said: Said): Block[] {
  const { cut } = pack;
  const groups = toldByTheme(pack);
  const line = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines });
  const more = (count: number, key: string): Block[] =>
    count > 0 ? [line({ text: words(key, { count }), italic: true })] : [];
  const marked = pack.texts.some((one) => one.kind !== 'planned');
  return [
    ...(marked ? [line({ text: words('pack.words.key'), italic: true })] : []),
    ...groups.flatMap(({ theme, changes, texts }): Block[] => [
      ...(theme || groups.length > 1
        ? [
            {
              kind: 'heading' as const,
              level: 3 as const,
              text: theme ? [said.theme(theme), said.course(theme)].join(' · ') : words('pack.whole.part'),
            },
          ]
        : []),
      ...changes.map((one) => line(...changeLine(one, said))),
      ...texts.map((one) => line(...textLine(one, said, theme !== null))),
    ]),
    ...more(cut.changes, 'pack.changes.more'),
    ...more(cut.texts, 'pack.texts.more'),
  ];
}

function changeLine(one: PackChange, said: Said): Inline[] {
  const { title, kind, why, amount } = said.change(one);
  return [
    ...(kind ? [{ text: `${kind}: ` }] : []),
    { text: `${title}.`, bold: true },
    { text: [amount ? ` ${amount}.` : '', why ? ` ${why}` : ''].join('') },
  ];
}
