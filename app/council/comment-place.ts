import { toPlainText } from '#app/document/rich-text.ts';
import type { Locale } from '#app/kernel/actor.ts';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { inEuros } from '#app/kernel/fte-rate.ts';
import { nameOf } from '#app/kernel/name.ts';
import type { StatedChange } from '#app/plan/change-read.server.ts';
import type { Plan } from '#app/plan/plan.server.ts';
import type { Anchor } from './comment.ts';

/** What stands in a place of a version: to quote it, and to tell whether it still stands there. Pure. */

type Read = {
  plan: Pick<Plan, 'questions' | 'measures' | 'lines' | 'rates'>;
  changes: readonly StatedChange[];
};

/**
 * The texts of a place: of an answer its paragraphs, of everything else one; none when the place is not there.
 * A figure is a whole number of euros, as it is read.
 */
export function textsAt(anchor: Anchor, { plan, changes }: Read): string[] {
  switch (anchor.kind) {
    case 'paragraph': {
      const question = plan.questions.find(({ code }) => code === anchor.question);
      const answer = question?.answers.find((one) => one.node === anchor.node && one.unit === anchor.unit);
      return answer ? paragraphsOf(toPlainText(answer.body)) : [];
    }
    case 'measure': {
      const measure = plan.measures.find(({ code }) => code === anchor.measure);
      return measure ? [[measure.name, measure.description].filter(Boolean).join('\n')] : [];
    }
    case 'figure': {
      const lines = linesAt(anchor, plan);
      if (lines.length === 0) return [];
      const { cents, unknown } = inEuros(lines, plan.rates);
      return [`€ ${formatAmount(cents, 'eur', 'nl')}${unknown > 0 ? ' + pm' : ''}`];
    }
    case 'change': {
      const change = changes.find(({ code }) => code === anchor.change);
      return change ? [[change.subject, change.reason].filter(Boolean).join('\n') || change.code] : [];
    }
  }
}

function linesAt(anchor: Extract<Anchor, { kind: 'figure' }>, plan: Read['plan']) {
  return plan.lines.filter(
    (line) =>
      (anchor.measure === null || line.measure === anchor.measure) &&
      (anchor.year === null || line.year === anchor.year) &&
      (anchor.fund === null || line.fund === anchor.fund),
  );
}

/** The paragraphs of a plain text, without empty ones. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter(Boolean);
}

/** What the codes of a place stand for. */
export type PlaceNames = {
  questions: readonly { code: string; textNl: string; textEn: string }[];
  measures: readonly { code: string; name: string }[];
  funds: readonly { code: string; nameNl: string; nameEn: string }[];
  themes: readonly { code: string; nameNl: string; nameEn: string }[];
};
type Words = (key: string, params?: Record<string, string | number | null>) => string;

/** What a place is called: the question, the measure, `Mentoren, 2024, kwaliteitsmiddelen`. */
export function placeName(
  anchor: Anchor,
  names: PlaceNames,
  { words, locale }: { words: Words; locale: Locale },
): string {
  const measure = (code: string | null) =>
    code === null ? '' : (names.measures.find((one) => one.code === code)?.name ?? code);
  switch (anchor.kind) {
    case 'paragraph': {
      const question = names.questions.find(({ code }) => code === anchor.question);
      const theme = names.themes.find(({ code }) => code === anchor.node);
      const asked = question ? (locale === 'en' ? question.textEn : question.textNl) : anchor.question;
      return [asked, theme ? nameOf(theme, locale) : (anchor.node ?? anchor.unit ?? '')]
        .filter(Boolean)
        .join(' · ');
    }
    case 'measure':
      return measure(anchor.measure);
    case 'figure': {
      const fund = names.funds.find(({ code }) => code === anchor.fund);
      const of = [
        measure(anchor.measure),
        String(anchor.year ?? ''),
        fund ? nameOf(fund, locale) : (anchor.fund ?? ''),
      ];
      return words('comment.figure', { of: of.filter(Boolean).join(', ') || words('pack.total') });
    }
    case 'change':
      return words('comment.change', { code: anchor.change });
  }
}
