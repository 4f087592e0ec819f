import { readForm } from '#app/identity/form.server.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { type EvidenceInput, evidenceInput } from './progress.input.ts';

const ways = ['file', 'url', 'target', 'figure'] as const;
const kindOf = { file: 'file', url: 'link', figure: 'fact' } as const;
const targets = { v: 'version', d: 'decision', c: 'consultation' } as const;

/**
 * Evidence as its form sends it: what it is follows from which one of a file, an address, something of the scheme or a
 * number was given.
 * @param subject what it is for
 * @throws InvalidInput `evidence.one`, `step.number`
 */
export async function readEvidence(
  form: FormData,
  subject: Record<string, string | number | null>,
): Promise<EvidenceInput> {
  const file = form.get('file');
  const sent = file instanceof File && file.size > 0 ? file : null;
  const given = ways.filter((way) =>
    way === 'file' ? sent !== null : String(form.get(way) ?? '').trim() !== '',
  );
  const [way] = given;
  if (!way || given.length > 1) throw new InvalidInput([{ path: 'file', code: 'evidence.one', params: {} }]);
  const rest = new FormData();
  for (const [name, value] of form)
    if (!['file', 'target', 'figure'].includes(name)) rest.append(name, value);
  const [prefix = '', ...id] = String(form.get('target') ?? '').split(':');
  const kind = way === 'target' ? targets[prefix as keyof typeof targets] : kindOf[way];
  rest.set('kind', kind ?? 'version');
  if (way === 'target') rest.set('target', id.join(':'));
  if (way === 'figure') rest.set('figureMilli', String(figureOf(String(form.get('figure')))));
  const about = String(form.get('about') ?? '');
  const [year, step] = about.split(' ');
  const bytes = sent && Buffer.from(await sent.arrayBuffer()).toString('base64');
  return readWith(rest, {
    subject: { ...subject, year: year || null, step: step || null },
    file: sent && { name: sent.name, mediaType: sent.type, base64: bytes! },
  });
}

function readWith(form: FormData, extra: Partial<Record<'subject' | 'file', unknown>>): EvidenceInput {
  const schema = evidenceInput.omit({ subject: true, file: true });
  const read = readForm(schema, form);
  return { ...read, ...extra } as EvidenceInput;
}

function figureOf(text: string): number {
  const read = readAmount(text, 3);
  if (read.kind !== 'value') throw new InvalidInput([{ path: 'figure', code: 'step.number', params: {} }]);
  return read.value;
}
