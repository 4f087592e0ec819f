import { load } from '#app/identity/page.server.ts';
import type { Locale } from '#app/kernel/actor.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { onceSaved, postSheet } from './fill-in-post.server.ts';
import { rowKey } from './fill-in-read.ts';
import { type ListRound, readListSheet, saveListSheet } from './list-sheet.server.ts';
import { inWords, type ListFrame } from './list-sheet.ts';
import { sheetFile } from './sheet-file.server.ts';

type Args = Parameters<typeof load>[0];

/** A list with where its sheet and its own page are. */
export type ListPlace = ListRound & {
  /** the page of the list, above its sheet */
  home: string;
  /** of the page of the sheet */
  here: string;
  query?: string;
};

/** What the page of a sheet shows, in the reader's words. */
export type ListView = {
  title: string;
  home: string;
  here: string;
  query: string;
  /** by row key */
  rows: Record<string, string>;
  fields: Record<string, { head: string; decimals: number | null; names: Record<string, string> }>;
};

export async function listLoader(args: Args, place: ListPlace): Promise<ListView> {
  return load(args, async (tx, actor) => viewOf(await place.read(tx, actor), place, actor.locale));
}

function viewOf(frame: ListFrame, { home, here, query = '' }: ListPlace, locale: Locale): ListView {
  const words = wordsOf(locale);
  return {
    ...{ title: frame.title(words, locale), home, here, query },
    rows: Object.fromEntries(frame.rows.map(({ key, name }) => [rowKey(key), inWords(name, locale)])),
    fields: Object.fromEntries(
      frame.fields.map(({ key, head, decimals = null, choices = [] }) => {
        const names = Object.fromEntries(choices.map(({ value, name }) => [value, inWords(name, locale)]));
        return [key, { head: words(head), decimals, names }];
      }),
    ),
  };
}

/** A file is read and shown, and what was shown is saved; then on to the list. */
export async function listAction(args: Args, place: ListPlace) {
  const outcome = await postSheet(args, {
    sheet: (tx, actor) => readListSheet(tx, actor, place),
    save: (tx, actor, changes) => saveListSheet(tx, actor, place, changes),
  });
  return onceSaved(outcome, place.home);
}

/** The list as a spreadsheet to fill in. */
export async function listFile(args: Parameters<typeof sheetFile>[0], place: ListRound): Promise<Response> {
  return sheetFile(args, async (tx, actor) => {
    const sheet = await readListSheet(tx, actor, place);
    const table = sheet.table(actor.locale);
    return { table, name: table.name.toLowerCase().replace(/[^a-z0-9]+/g, '-') };
  });
}
