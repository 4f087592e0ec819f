import { type RichDocument, toPlainText } from '#app/document/rich-text.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import type { RichBlock } from '#app/kernel/rich-text.ts';
import { shortHash } from './plan.ts';
import { addQuotes, type Chosen, removeQuote, takeOverQuote } from './quote.server.ts';
import { pickOf, quotedText } from './quote.ts';
import type { LowerAnswer } from './quote-source.server.ts';
import type { SectionPlace } from './section.server.ts';

/** What the buttons beside an answer ask for: what is ticked, or one lower answer as a whole, or a quote that stands. */
export type QuoteIntent =
  | { kind: 'quote' | 'take'; whole: string | null }
  | { kind: 'remove' | 'over'; quote: string };

/** The button that was pressed; null for the ones that are not about quotes. */
export function quoteIntent(form: FormData): QuoteIntent | null {
  const [kind, quote] = String(form.get('intent') ?? '').split(' ');
  if (kind === 'quote' || kind === 'take') return { kind, whole: quote ?? null };
  if ((kind === 'remove' || kind === 'over') && quote && /^[0-9a-f-]{36}$/.test(quote))
    return { kind, quote };
  return null;
}

/** The passages that were ticked, or the answer whose button was pressed. @throws InvalidInput `quote.choose` */
function chosenIn(form: FormData, lower: readonly LowerAnswer[]): (Chosen & { answer: LowerAnswer })[] {
  const [, whole] = String(form.get('intent')).split(' ');
  const ticked = whole ? [whole] : form.getAll('pick').map(String);
  const chosen = lower.flatMap((answer) => {
    const { document, version, question, node, unitCode: unit, body } = answer;
    if (document === null || version === null || body === null) return [];
    const passages = body.content.map((_, at) => at).filter((at) => ticked.includes(pickOf(answer, at)));
    const all = ticked.includes(pickOf(answer, null)) || passages.length === body.content.length;
    if (passages.length === 0 && !all) return [];
    return [{ document, version, question, node, unit, passages: all ? [] : passages, answer }];
  });
  if (chosen.length === 0) throw new InvalidInput([{ path: 'pick', code: 'quote.choose', params: {} }]);
  return chosen;
}

type Doing = { place: SectionPlace; form: FormData; lower: readonly LowerAnswer[] };

/** Quotes what was ticked, takes a quote out, or takes over what its source says now. */
export async function changeQuotes(
  tx: Tx,
  actor: Actor,
  intent: QuoteIntent,
  { place, form, lower }: Doing,
): Promise<void> {
  if (intent.kind === 'remove') await removeQuote(tx, actor, { ...place, quote: intent.quote });
  else if (intent.kind === 'over') await takeOverQuote(tx, actor, { ...place, quote: intent.quote });
  else {
    const chosen = chosenIn(form, lower).map(({ answer: _, ...one }) => one);
    await addQuotes(tx, actor, { ...place, chosen });
  }
}

type Words = (key: string, params?: Record<string, string | number>) => string;

/**
 * What was typed, with the ticked passages behind it to be summarised, each with its source as a footnote.
 * @throws InvalidInput `quote.choose`
 */
export function withPassages(
  body: RichDocument,
  { form, lower }: Omit<Doing, 'place'>,
  words: Words,
  name: (one: LowerAnswer['unit']) => string,
): RichDocument {
  const taken = chosenIn(form, lower).flatMap(({ answer, passages }): RichBlock[] => {
    const { content } = quotedText(answer.body!, passages);
    const note = words('quote.note', {
      unit: name(answer.unit),
      title: answer.title!,
      version: String(answer.version),
      hash: shortHash(answer.hash!),
    });
    return [
      ...content.slice(0, -1),
      ...content.slice(-1).map((last): RichBlock => {
        const text = toPlainText({ type: 'doc', content: [last] });
        return { type: 'paragraph', content: [{ type: 'text', text: `${text}[^${note}]` }] };
      }),
    ];
  });
  return { type: 'doc', content: [...body.content, ...taken] };
}
