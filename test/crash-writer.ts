import { writeSync } from 'node:fs';
import { Client } from 'pg';
import { startEmbedded } from '#server/embedded-postgres.ts';

/**
 * The server that the crash test kills: `crash-writer.ts DATADIR FIRST` starts the embedded database and
 * writes pairs of rows from number FIRST on, over four connections. Says `ready`, then each number after its
 * commit came back. Written at once (writeSync), so that what was said was true before the kill.
 */
const [dataDir = '', first = '0'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const database = await startEmbedded({ dataDir, log: (line) => say(`log ${line}`) });
const connections = await Promise.all(
  [0, 1, 2, 3].map(async () => {
    const client = new Client(database.owner);
    await client.connect();
    return client;
  }),
);
await connections[0]?.query(
  'create table if not exists written (id int primary key, twin int unique deferrable initially deferred)',
);
say('ready');

let next = Number(first);
await Promise.all(
  connections.map(async (client) => {
    for (;;) {
      const id = next++;
      await client.query('begin');
      await client.query('insert into written values ($1, $2)', [2 * id, 2 * id + 1]);
      await client.query('insert into written values ($1, $2)', [2 * id + 1, 2 * id]);
      await client.query('commit');
      say(String(id));
    }
  }),
);
