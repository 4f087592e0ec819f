import type { FieldError } from '#app/kernel/rejection.ts';
import type { ConsultationInput } from './consultation.input.ts';

/** Names of the fields of a consultation's form, and what was typed in them as input. Pure. */

export const partField = (n: number, name: 'name' | 'heads' | 'about') => `part.${n}.${name}`;
export const topicField = (n: number, name: 'text' | 'against' | 'nodes' | 'measures') =>
  `topic.${n}.${name}`;
export const quoteField = (topic: number, n: number, name: 'text' | 'speakers' | 'heads') =>
  `topic.${topic}.quote.${n}.${name}`;
export const discussionField = (n: number, name: 'body' | 'withWhom' | 'on' | 'note') =>
  `discussion.${n}.${name}`;

/** How many rows of a list the form shows: those there are, and a few to fill. */
export const rowsFor = (there: number, spare: number) => Math.min(there + spare, 20);
const mostRows = 20;

/** A pair of codes as one value of a tick box. */
export const pairOf = (outer: string, inner: string) => `${outer}/${inner}`;

type Typed = { get(name: string): FormDataEntryValue | null; getAll(name: string): FormDataEntryValue[] };

/** What was typed, as input that the schema still has to check; empty rows are left out. */
export function readConsultationForm(form: Typed): { input: unknown; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const choice = (name: string) => text(name) || null;
  const heads = (name: string): number | null => {
    const typed = text(name).replace(/[\s.]/g, '');
    if (typed === '') return null;
    if (/^\d{1,7}$/.test(typed)) return Number(typed);
    errors.push({ path: name, code: 'consultation.number', params: { value: text(name) } });
    return null;
  };
  const rows = Array.from({ length: mostRows }, (_, n) => n);
  const parts = rows.flatMap((n): unknown[] => {
    const name = text(partField(n, 'name'));
    const count = heads(partField(n, 'heads'));
    if (name === '' && count === null) return [];
    if (name === '' || count === null) {
      const missing = partField(n, name === '' ? 'name' : 'heads');
      if (!errors.some((one) => one.path === missing)) {
        errors.push({ path: missing, code: 'field.required', params: {} });
      }
      return [];
    }
    return [{ name, heads: count, about: form.get(partField(n, 'about')) !== null }];
  });
  const topics = rows.flatMap((n): ConsultationInput['topics'] => {
    const said = text(topicField(n, 'text'));
    if (said === '') return [];
    const pairs = (name: 'nodes' | 'measures') =>
      form.getAll(topicField(n, name)).map((value): [string, string] => {
        const at = String(value).indexOf('/');
        return [String(value).slice(0, at), String(value).slice(at + 1)];
      });
    const quotes = rows.flatMap((q) => {
      const words = text(quoteField(n, q, 'text'));
      const speakers = text(quoteField(n, q, 'speakers'));
      const size = heads(quoteField(n, q, 'heads'));
      return words === '' ? [] : [{ text: words, speakers, heads: size }];
    });
    return [
      {
        text: said,
        against: text(topicField(n, 'against')),
        quotes,
        nodes: pairs('nodes').map(([framework, node]) => ({ framework, node })),
        measures: pairs('measures').map(([document, measure]) => ({ document, measure })),
      },
    ];
  });
  const discussions = rows.flatMap((n) => {
    const one = {
      body: choice(discussionField(n, 'body')),
      withWhom: text(discussionField(n, 'withWhom')),
      on: text(discussionField(n, 'on')),
      note: text(discussionField(n, 'note')),
    };
    return one.body === null && one.withWhom === '' ? [] : [one];
  });
  const nodes = form.getAll('nodes').map((value) => {
    const at = String(value).indexOf('/');
    return { framework: String(value).slice(0, at), node: String(value).slice(at + 1) };
  });
  const input = {
    ...{ date: text('date'), on: text('on'), title: text('title'), method: text('method') },
    ...{ unit: text('unit'), body: choice('body'), document: choice('document') },
    ...{ nodes, sittings: heads('sittings') ?? 1, round: heads('round'), involvement: choice('involvement') },
    ...{ withWhom: text('withWhom'), aim: text('aim'), discussions },
    ...{ invited: heads('invited'), present: heads('present'), answered: heads('answered'), parts },
    ...{ caveat: text('caveat'), outcome: text('outcome'), source: text('source'), topics },
  };
  return { input, errors };
}
