import type { Client } from 'pg';
import type { Db } from '#app/kernel/db.server.ts';

/** Placeholder until the grid is measured. */
export async function benchGrid(_: { db: Db; app: Client; owner: Client; say: (line: string) => void }): Promise<void> {}
