import type { Locale } from '#app/kernel/actor.ts';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { nameOf } from '#app/kernel/name.ts';
import { shortHash } from '#app/plan/plan.ts';
import { formatDate } from '#app/render/format.ts';
import type { Pack } from './pack.server.ts';
import type {
  PackAccount,
  PackChange,
  PackCommitment,
  PackConsultation,
  PackText,
  PackVoice,
} from './pack.ts';
import { changedWords, packCore } from './pack-core.ts';

/** What a reading pack says, in words: the same on the page and on paper. Pure. */

type Words = (key: string, params?: Record<string, string | number | null>) => string;

/** Every line of a pack in the reader's language. */
export function packWords(pack: Pack, words: Words, locale: Locale) {
  const { decision, document } = pack;
  const date = (iso: string) => formatDate(iso, locale);
  const name = (one: { nameNl: string; nameEn: string } | null) => (one ? nameOf(one, locale) : '');
  const years = `${document.firstYear}–${document.lastYear}`;
  const version = (number: number) => words('plan.version', { number: String(number) });
  const { earlier } = decision;
  const before = earlier
    ? earlier.document === document.code
      ? version(earlier.number)
      : words('dossier.earlier', { title: earlier.title, number: String(earlier.number) })
    : '';
  const amount = (cents: number, sign = false) =>
    words('pack.amount', { amount: formatAmount(cents, 'keur', locale, sign) });
  const theme = (one: Pack['themes'][number]) =>
    one.theme === ''
      ? words('pack.themes.rest', { count: pack.cut.themes + 1 })
      : one.name
        ? name(one.name)
        : words('plan.budget.no-measure');
  const unit = (one: Pack['units'][number]) =>
    one.name ? name(one.name) : words('pack.units.rest', { count: pack.cut.units + 1 });
  const list = (items: string[]) => new Intl.ListFormat(locale).format(items);
  return {
    title: words('pack.title', { title: document.title }),
    facts: facts(),
    core: packCore(pack, { words, amount, list, theme, unit }),
    years,
    before,
    after: version(decision.versionNumber),
    against: against() + (earlier && pack.money === 'none' ? ` ${changedWords(pack, words)}` : ''),
    theme,
    unit,
    /** before, after and the difference of a theme, as its head says them; empty where it has no money */
    course: (one: Pack['themes'][number]) =>
      !earlier
        ? one.after === null
          ? ''
          : amount(one.after)
        : `${amount(one.before ?? 0)} → ${amount(one.after ?? 0)}`,
    share: (one: Pack['themes'][number]) =>
      one.share === null
        ? ''
        : earlier
          ? words('pack.share', { before: percent(one.share.before), after: percent(one.share.after) })
          : percent(one.share.after),
    change: (one: PackChange) => ({
      title: one.title || words('plan.budget.no-measure'),
      kind: one.kind === 'planned' ? '' : words(`pack.kind.${one.kind}`),
      amount:
        // less than what prints is no difference to name
        one.difference !== null && Math.abs(one.difference) >= 50_000
          ? amount(one.difference, one.kind !== 'planned')
          : one.stated !== null
            ? words('pack.stated', { amount: amount(one.stated) })
            : '',
      why: [
        one.reason,
        one.body
          ? words('pack.because', {
              body: name(one.body),
              date: one.decidedOn ? date(one.decidedOn) : 'none',
            })
          : '',
      ]
        .filter(Boolean)
        .join(' '),
    }),
    /** @param under whether it stands under the head of its theme */
    text: (one: PackText, under: boolean) => ({
      title: [locale === 'en' ? one.question.textEn : one.question.textNl, under ? '' : name(one.place)]
        .filter(Boolean)
        .join(' · '),
      kind: one.kind === 'planned' ? '' : words(`pack.text.${one.kind}`),
      more: one.cut ? words('pack.text.more') : '',
    }),
    commitment: (one: PackCommitment) =>
      words('pack.commitment', {
        kind: words(`commitment.kind.${one.kind}`),
        owner: name(one.owner),
        date: date(one.dueOn),
      }),
    voice: (one: PackVoice) =>
      words('pack.voice', {
        right: words(`right.${one.right}`),
        outcome: words(`outcome.${one.outcome}`),
        title: one.title,
        date: date(one.onDate),
      }),
    account: (one: PackAccount) =>
      `${one.said ? `${one.said}: ` : ''}${words(`follow-up.outcome.${one.outcome}`)}. ${one.account}`,
    consultation: (one: PackConsultation) =>
      words('pack.consultation', { method: name(one.method), date: date(one.date) }),
  };

  function percent(basisPoints: number): string {
    return `${formatAmount(basisPoints, 'percent', locale)} %`;
  }

  function against(): string {
    if (!earlier) return words('pack.first', { version: version(decision.versionNumber) });
    if (earlier.outcome === null || earlier.decidedOn === null) {
      return words('dossier.against', { version: before });
    }
    const outcome = words(`outcome.${earlier.outcome}`);
    return words('dossier.against-own', { version: before, date: date(earlier.decidedOn), outcome });
  }

  function facts(): { key: string; label: string; value: string }[] {
    const right = words(`right.${decision.kind}`);
    const capital = right.charAt(0).toUpperCase() + right.slice(1);
    const prior = decision.prior ? 'pack.prior' : 'dossier.not-prior';
    const { term, standing } = pack;
    const due = standing.dueOn ?? decision.dueOn;
    const left = term && decision.outcome === null;
    const rows: [string, string][] = [
      ['pack.body', nameOf({ nameNl: decision.bodyNl, nameEn: decision.bodyEn }, locale)],
      ['dossier.right', decision.prior === null ? capital : words(prior, { right: capital })],
      [
        'dossier.term',
        [
          term && due ? words('dossier.term.days', { count: term.total, date: date(due) }) : '',
          left
            ? words('dossier.term.left', {
                left: term.left,
                past: -term.left,
                over: term.left < 0 ? 'yes' : 'no',
              })
            : '',
        ]
          .filter(Boolean)
          .join('. '),
      ],
      [
        'dossier.basis',
        decision.basis && decision.certainty
          ? `${decision.basis} (${words(`certainty.${decision.certainty}`)})`
          : decision.basis,
      ],
      ['pack.papers', decision.papersSentOn ? date(decision.papersSentOn) : ''],
      [
        'pack.outcome',
        decision.outcome && decision.decidedOn
          ? words('pack.outcome.on', {
              outcome: words(`outcome.${decision.outcome}`),
              date: date(decision.decidedOn),
            })
          : '',
      ],
      ['pack.note', pack.note],
      ['dossier.version', `${decision.versionNumber} · ${shortHash(decision.versionHash)}`],
    ];
    return rows.flatMap(([key, value]) => (value ? [{ key, label: words(key), value }] : []));
  }
}
