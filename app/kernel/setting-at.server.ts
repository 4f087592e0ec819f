import { type RawBuilder, sql } from 'kysely';

/** The tables of settings that keep what was known of them before: migration 0043, decision 0022. */
export const keptSettings = [
  'fund',
  'scheme_exclusion',
  'scheme_rate',
  'fund_term',
  'tie',
  'table_layout',
  'carry_over_rule',
  'right_rule',
] as const;
export type KeptSetting = (typeof keptSettings)[number];

/**
 * A table of settings as it was known at a moment, to stand after `from` or `join`; every column keeps its name.
 * Today's table is itself, so that who asks nothing of the past pays nothing for it.
 * @param knownOn everything that has been recorded when left out
 */
export function settingAt(table: KeptSetting, knownOn?: Date | null): RawBuilder<unknown> {
  const today = sql.table(table);
  if (!knownOn) return today;
  const then = sql`${knownOn}::timestamptz`;
  return sql`(select * from ${today}
     where institution_id = current_institution() and (known_from is null or known_from <= ${then})
    union all
    select was.* from setting_past p, jsonb_populate_record(null::${today}, p.content) was
     where p.institution_id = current_institution() and p.setting = ${sql.lit(table)} and p.known @> ${then})`;
}
