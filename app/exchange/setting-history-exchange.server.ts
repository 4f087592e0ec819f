import { sql } from 'kysely';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { type KeptSetting, keptSettings } from '#app/kernel/setting-at.server.ts';
import type { CodeBook } from './code-book.ts';
import type { InstitutionFile } from './institution-file.ts';
import { type SettingHistoryEntry, type SettingPart, settingParts } from './setting-history-file.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

type Place = {
  table: KeptSetting;
  /** the columns of the table's key after the institution; the first is made here when it is an id of its own */
  key: string[];
  /** what tells one from the others of its table as people know it, for one that has an id of its own */
  named?: string[];
};

const places: Record<SettingPart, Place> = {
  fund: { table: 'fund', key: ['fund_id'], named: ['scheme_id', 'code'] },
  exclusion: { table: 'scheme_exclusion', key: ['scheme_id', 'node_id'] },
  rate: { table: 'scheme_rate', key: ['scheme_id', 'from_year'] },
  fundTerm: { table: 'fund_term', key: ['term_id'], named: [] },
  tie: { table: 'tie', key: ['tie_id'], named: ['scheme_id', 'code'] },
  table: { table: 'table_layout', key: ['layout_id'], named: ['scheme_id', 'code'] },
  carryOver: { table: 'carry_over_rule', key: ['kind_id'] },
  right: {
    table: 'right_rule',
    key: ['rule_id'],
    named: ['kind_id', 'body_kind', 'body_at', 'kind', 'matter_nl'],
  },
};

/**
 * What the file says of when its settings were known, once they are loaded. A file that says nothing of it speaks of
 * settings that were always known: nobody kept a day.
 */
export async function importSettingHistory(tx: Tx, book: CodeBook, file: InstitutionFile): Promise<void> {
  const { institutionId } = book;
  for (const table of keptSettings) {
    await sql`update ${sql.table(table)} set known_from = null where institution_id = ${institutionId}`.execute(
      tx,
    );
  }
  for (const one of file.settingHistory) {
    const { table, key, named } = places[one.setting];
    const row = rowOf(book, file, one);
    if (one.knownUntil === null) {
      await sql`update ${sql.table(table)} t set known_from = ${one.knownFrom}
                 where institution_id = ${institutionId} and to_jsonb(t) @> ${JSON.stringify(row)}::jsonb`.execute(
        tx,
      );
      continue;
    }
    const same = Object.fromEntries((named ?? []).map((column) => [column, row[column] ?? null]));
    // what something was keeps the id that it has now, where it still is
    const own = named?.length
      ? sql`coalesce((select to_jsonb(t) -> ${key[0]} from ${sql.table(table)} t where institution_id = ${institutionId}
                       and to_jsonb(t) @> ${JSON.stringify(same)}::jsonb), to_jsonb(${newId()}::text))`
      : sql`to_jsonb(${newId()}::text)`;
    const content = sql`${JSON.stringify({ ...row, institution_id: institutionId, sort: one.sort })}::jsonb
      || ${named ? sql`jsonb_build_object(${key[0]}::text, ${own})` : sql`'{}'::jsonb`}`;
    await sql`
      insert into setting_past (institution_id, setting, key, content, known)
      select ${institutionId}, ${table}, setting_key(c, variadic ${key}::text[]), c,
             tstzrange(${one.knownFrom}, ${one.knownUntil}) from (select ${content} as c) as what`.execute(
      tx,
    );
  }
}

/** A setting of the file as its table has it, without its own id. */
function rowOf(book: CodeBook, file: InstitutionFile, one: SettingHistoryEntry): Record<string, Json> {
  const { scheme } = one;
  const own = { scheme_id: book.id('scheme', scheme) };
  const kindOf = (code: string) => ({ kind_id: book.id('kind', scheme, code) });
  switch (one.setting) {
    case 'fundTerm': {
      const { fund, ...what } = one.what;
      return { ...snakeKeys(what), fund_id: book.id('fund', scheme, fund) };
    }
    case 'exclusion': {
      const { node, ...what } = one.what;
      const { themes } = file.schemes.find((each) => each.code === scheme)!;
      return { ...snakeKeys(what), ...own, node_id: book.id('node', themes, node) };
    }
    case 'tie': {
      const { left, right, ...what } = one.what;
      return { ...snakeKeys(what), ...own, left_side: left as Json, right_side: right as Json };
    }
    case 'carryOver':
    case 'right': {
      const { documentKind, ...what } = one.what;
      return { ...snakeKeys(what), ...kindOf(documentKind) };
    }
    default:
      return { ...snakeKeys(one.what), ...own };
  }
}

/** The same for an institution: since when its settings are known, unless always, and what they were before. */
export async function exportSettingHistory(tx: Tx, institutionId: string) {
  const schemes = codesOf(await tableRows(tx, institutionId, 'scheme'), 'schemeId');
  const funds = new Map((await tableRows(tx, institutionId, 'fund')).map((one) => [one.fundId, one]));
  const kinds = new Map((await tableRows(tx, institutionId, 'documentKind')).map((one) => [one.kindId, one]));
  const nodes = codesOf(await tableRows(tx, institutionId, 'node'), 'nodeId');
  const present = keptSettings.map(
    (
      table,
    ) => sql`select ${table}::text as setting, to_jsonb(t) as content, known_from, null::timestamptz as known_until
                     from ${sql.table(table)} t where institution_id = ${institutionId} and known_from is not null`,
  );
  const { rows } = await sql<{
    setting: KeptSetting;
    content: Record<string, Json>;
    knownFrom: Date | null;
    knownUntil: Date | null;
  }>`
    ${sql.join(present, sql` union all `)} union all
    select setting, content, lower(known), upper(known) from setting_past where institution_id = ${institutionId}`.execute(
    tx,
  );
  return rows.flatMap(({ setting, content, knownFrom, knownUntil }) => {
    const part = (Object.keys(places) as SettingPart[]).find((one) => places[one].table === setting)!;
    const row = camelKeys(content);
    const fund = funds.get(String(row.fundId));
    const kind = kinds.get(String(row.kindId));
    const scheme = schemes.get(String(row.schemeId ?? fund?.schemeId ?? kind?.schemeId));
    const said: Record<string, Json | undefined> = {
      ...row,
      ...{ fund: fund?.code, documentKind: kind?.code, node: nodes.get(String(row.nodeId)) },
      ...{ left: row.leftSide, right: row.rightSide },
    };
    const what = Object.fromEntries(
      Object.keys(settingParts[part].shape).flatMap((key) => (said[key] == null ? [] : [[key, said[key]]])),
    );
    // what hung on a fund, a theme or a kind of document that is gone has no name left to call it by
    if (!scheme || !settingParts[part].safeParse(what).success) return [];
    // the file counts milliseconds
    if (knownFrom && knownUntil && Number(knownFrom) === Number(knownUntil)) return [];
    const days = {
      knownFrom: knownFrom?.toISOString() ?? null,
      knownUntil: knownUntil?.toISOString() ?? null,
    };
    const sort = knownUntil === null ? 0 : Number(row.sort ?? 0);
    return [{ setting: part, scheme, ...days, sort, what }];
  });
}

const snakeKeys = (row: object): Record<string, Json> =>
  rename(row, (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
const camelKeys = (row: object): Record<string, Json> =>
  rename(row, (key) => key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()));

function rename(row: object, name: (key: string) => string): Record<string, Json> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [name(key), value as Json]));
}
