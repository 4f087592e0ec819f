/**
 * Keeps docs/requirements.md true: a row works when a test whose title carries its id proves it. Reads the
 * rows from the file itself, the ids from the titles of all tests, and writes the last two columns anew.
 * `--check` writes nothing and fails when the file is not what it would write.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const file = new URL('docs/requirements.md', root);

/** @returns {Map<string, Set<string>>} the test files that prove each row, by its id */
function proofs() {
  const found = new Map();
  for (const folder of ['app', 'server', 'cli', 'test', 'demo', 'e2e']) {
    for (const name of readdirSync(new URL(folder, root), { recursive: true })) {
      const path = `${folder}/${name}`;
      if (!/\.(test|e2e)\.tsx?$/.test(path)) continue;
      const source = readFileSync(new URL(path, root), 'utf8');
      for (const [, title] of source.matchAll(/\b(?:test|it)(?:\.each\([\s\S]*?\))?\(\s*(['"`][^\n]*)/g)) {
        for (const [, id] of title.matchAll(/\[((?:\d{3}|X)-\d+)\]/g)) {
          if (!found.has(id)) found.set(id, new Set());
          found.get(id).add(path);
        }
      }
    }
  }
  return found;
}

/** @param {string} text */
export function renewed(text) {
  const proof = proofs();
  const lines = text.split('\n').map((line) => {
    const row = line.match(/^\| ((?:\d{3}|X)-\d+) \| ([^|]*) \|/);
    if (!row) return line;
    const files = [...(proof.get(row[1]) ?? [])].sort();
    const cells =
      files.length > 0 ? ['works', files.map((path) => `\`${path}\``).join(', ')] : ['not yet', ''];
    return `| ${row[1]} | ${row[2]} | ${cells.join(' | ')} |`;
  });
  const count = lines.filter((line) => / \| works \| /.test(line)).length;
  return lines.join('\n').replace(/^\*\*\d+ of \d+ rows work\.\*\*/m, `**${count} of 207 rows work.**`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const before = readFileSync(file, 'utf8');
  const after = renewed(before);
  if (process.argv.includes('--check')) {
    if (after !== before) {
      process.stderr.write('docs/requirements.md is out of date: run node scripts/requirements.mjs\n');
      process.exit(1);
    }
  } else writeFileSync(file, after);
}
