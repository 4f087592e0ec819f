import type { ClientConfig } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { type Db, openDb } from '#app/kernel/db.server.ts';
import { demoTemplate } from './demo-template.ts';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';

export type WatchedDatabase = {
  /** once the tests of the file begin */
  readonly db: Db;
  /** owns the tables; beyond row-level security */
  readonly owner: ClientConfig;
  /** the statements that were asked since `forget` */
  readonly asked: readonly string[];
  /** how many, those of the transaction among them */
  readonly statements: number;
  /** the same without a transaction's begin, its institution and its commit */
  readonly queries: number;
  forget(): void;
  /** the statements that some work asks */
  count(work: () => Promise<unknown>): Promise<number>;
};

/**
 * A fresh database for the tests of one file, which counts what is asked of it; gone when they are done.
 * @param demos codes of the demo institutions that it holds from the start
 */
export function watchedDatabase(...demos: string[]): WatchedDatabase {
  let database: FreshDatabase;
  let db: Db;
  const asked: string[] = [];
  beforeAll(async () => {
    database = await freshDatabase({ from: await demoTemplate(...demos) });
    db = openDb(database.app, (sql) => asked.push(sql));
  });
  afterAll(async () => {
    await db?.destroy();
    await database?.close();
  });
  const forget = () => {
    asked.length = 0;
  };
  return {
    get db() {
      return db;
    },
    get owner() {
      return database.owner;
    },
    get asked() {
      return asked;
    },
    get statements() {
      return asked.length;
    },
    get queries() {
      return asked.filter((sql) => !/^(begin|commit|set local)/.test(sql)).length;
    },
    forget,
    async count(work) {
      forget();
      await work();
      return asked.length;
    },
  };
}
