import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/**
 * How often a statement must have been sent before it gets a name, and how many names this process gives:
 * each named statement keeps its plan in every connection that ran it (tens of kB in the database server).
 */
const usesBeforeNaming = 3;
const mostNames = 400;

const uses = new Map<string, number>();
const names = new Map<string, string>();

/**
 * The name under which a statement is prepared, or undefined while it is too rare. Names follow from the
 * text, so that all processes give the same statement the same name (a pooler between may share them).
 */
function nameOf(text: string): string | undefined {
  const name = names.get(text);
  if (name !== undefined || names.size >= mostNames) return name;
  const count = (uses.get(text) ?? 0) + 1;
  // statements with lists of any length would fill the memory of what was seen once
  if (uses.size > 10 * mostNames) uses.clear();
  uses.set(text, count);
  if (count < usesBeforeNaming) return undefined;
  const given = `akk_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
  uses.delete(text);
  names.set(text, given);
  return given;
}

/** PostgreSQL's answer when a table changed under a prepared statement (a migration while we run). */
const stalePlan = '0A000';

/** What a statement without rows gives back. */
const nothing = { command: 'BEGIN', rowCount: null, rows: [] };

function preparing(client: pg.PoolClient): PostgresPoolClient {
  let stale = false;
  /** What a transaction begins with: held back, to travel with the first statement behind it. */
  let opening: string | null = null;
  const send = (text: string, values: readonly unknown[]) => {
    // without parameters a text may hold several statements, which cannot be prepared
    if (values.length === 0) return client.query(text);
    const name = nameOf(text);
    return client.query({ ...(name && { name }), text, values: [...values] });
  };
  const query = async (text: string, values: readonly unknown[]) => {
    if (text === 'begin') {
      opening = text;
      return nothing;
    }
    if (opening !== null && text.startsWith('set local ')) {
      opening += `; ${text}`;
      return nothing;
    }
    const held = opening;
    opening = null;
    if (held !== null && (text === 'commit' || text === 'rollback')) return nothing;
    try {
      // both are on their way before the first is answered: one round trip, not three
      const [, result] = await Promise.all([held !== null && client.query(held), send(text, values)]);
      return result;
    } catch (error) {
      stale ||= (error as { code?: string }).code === stalePlan;
      throw error;
    }
  };
  return {
    // Kysely asks by text and values only; of pg's overloads this is the one it uses
    query: query as unknown as PostgresPoolClient['query'],
    // a connection whose plans are stale is closed: the next one prepares them anew
    release: (destroy) => client.release(destroy || stale),
  };
}

/**
 * A pool whose connections prepare what is sent often: parsed and planned once per connection, which is a
 * third of the time of the money statements. PostgreSQL itself decides per statement whether one plan serves
 * all parameters (plan_cache_mode = auto); row-level security holds as ever, its institution is read when the
 * statement runs.
 */
export function preparingPool(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const wrapped = known.get(client) ?? preparing(client);
      known.set(client, wrapped);
      return wrapped;
    },
  };
}
