import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { scratch } from '../scripts/scratch.mjs';
import { enterable, startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** a data directory with the demo institutions, of which every file of journeys gets a copy */
    demoData: string;
  }
}

/** Loads the demo institutions once, by the script of `npm start`, and stops: the files start from that. */
export default async function setup(project: TestProject): Promise<() => void> {
  if (!existsSync('build/server/index.js')) throw new Error('Browser tests need the build: npm run setup');
  const home = scratch('akkoord-e2e-');
  enterable(home);
  const demoData = join(home, 'data');
  const remove = () => rmSync(home, { recursive: true, force: true });
  try {
    const server = await startServer(demoData, 'scripts/start.mjs');
    await server.stop();
  } catch (error) {
    remove();
    throw error;
  }
  project.provide('demoData', demoData);
  return remove;
}
