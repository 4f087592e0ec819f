import type { nl } from './render.nl.ts';

/** The words of the writers: a catalogue such as `render.nl.ts`, or an institution's own. */
export type RenderTexts = Record<keyof typeof nl, string>;

/** One text with its `{name}` places filled. */
export function word(
  texts: RenderTexts,
  key: keyof RenderTexts,
  params: Record<string, string | number> = {},
): string {
  return texts[key].replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}

/** `a, b en c`. */
export function listed(values: string[], texts: RenderTexts): string {
  if (values.length < 2) return values.join('');
  return `${values.slice(0, -1).join(', ')} ${texts['render.and']} ${values.at(-1)}`;
}
