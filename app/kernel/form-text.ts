/** What a form said: its texts by name, without its files; a list (`name[]`) as one text, by commas. */
export function textsOf(form: Iterable<[string, FormDataEntryValue]>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    texts[name] = name.endsWith('[]') && name in texts ? `${texts[name]},${value}` : value;
  }
  return texts;
}
