import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig, type Plugin } from 'vite';
import { wordParts } from './scripts/word-parts.ts';

/**
 * Puts scripts and styles beside themselves as `.br` and `.gz`: compressed once, as well as it goes, and served as they
 * are. After the server's build, which is the last and writes the list of routes among them.
 */
function compressed(): Plugin {
  return {
    name: 'compressed',
    applyToEnvironment: (environment) => environment.name === 'ssr',
    writeBundle({ dir }) {
      const folder = join(dir!, '../client/assets');
      for (const file of readdirSync(folder).filter((name) => /\.(js|css)$/.test(name))) {
        const bytes = readFileSync(join(folder, file));
        writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes));
        writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [reactRouter(), wordParts(), compressed()],
  build: { target: 'es2024' },
  environments: {
    // The server bundle is the whole web application: the API and the pages share one copy of each module.
    ssr: { build: { rolldownOptions: { input: './server/app.ts' } } },
  },
});
