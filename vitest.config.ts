import { defineConfig } from 'vitest/config';

/** On another PostgreSQL than the embedded one, the tests of its supervisor have no business. */
const elsewhere = Boolean(process.env.TEST_DATABASE_URL);

const database = ['**/*.server.test.ts', '**/*-page.test.ts'];

/**
 * Apart from vite.config.ts on purpose: the React Router plugin of the build must not run under tests.
 * Projects by cost: `unit` is pure, `database` needs PostgreSQL, `e2e` needs the build and Chromium.
 */
export default defineConfig({
  test: {
    // Many files share two cores in CI: a limit ends what hangs, and says nothing of what is slow (`npm run bench`).
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Vitest leaves a core to itself, of two; tests that wait for a database leave more than that.
    maxWorkers: '100%',
    // `isolate: false` below: files of a worker share the application's modules. What these remember belongs to a
    // database, so that the order of files tells nothing (`--sequence.shuffle.files`); half of the work was loading them.
    exclude: ['node_modules', 'build'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,server,cli,scripts,test,demo}/**/*.test.ts'],
          exclude: ['node_modules', 'build', ...database],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: database.map((pattern) => `{app,server,cli,test,demo}/${pattern}`),
          exclude: [
            'node_modules',
            'build',
            ...(elsewhere ? ['server/embedded-postgres.server.test.ts'] : []),
          ],
          globalSetup: ['test/database-setup.ts'],
          isolate: false,
          // What passes only then is told at the end of `npm test`.
          retry: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['e2e/setup.ts'],
          // A server and a database per file.
          setupFiles: ['e2e/file-server.ts'],
          // A person who sees nothing happen tries once more; what is broken fails twice, and all else is told as above.
          retry: 1,
          // As long as a browser waits for what it looks for.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
