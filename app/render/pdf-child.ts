import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/**
 * Sets one report with Typst: JSON of `pdf-view.ts` on standard input, PDF/UA-1 (or PDF/A-2a, as asked) on standard
 * output. A
 * process of its own, because setting a long report takes hundreds of megabytes that only its end gives
 * back. Diagnostics go to standard error with exit status 1.
 */
const require = createRequire(import.meta.url);
const SERIF = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold', '700Bold_Italic'];
const SANS = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold', '700Bold_Italic'];

function fonts(family: string, name: string, cuts: string[]): Buffer[] {
  const folder = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
  return cuts.map((cut) => readFileSync(`${folder}/${cut}/${name}_${cut}.ttf`));
}

// Nothing is read from this folder: template and data are given from memory.
const WORKSPACE = '/report';

function main(): void {
  const compiler = NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [
      {
        fontBlobs: [
          ...fonts('source-serif-4', 'SourceSerif4', SERIF),
          ...fonts('source-sans-3', 'SourceSans3', SANS),
        ],
      },
    ],
  });
  compiler.mapShadow(`${WORKSPACE}/report.json`, readFileSync(0));
  const template = readFileSync(new URL('report.typ', import.meta.url), 'utf8');
  compiler.addSource(`${WORKSPACE}/report.typ`, template);
  const compiled = compiler.compile({ mainFilePath: `${WORKSPACE}/report.typ` });
  const document = compiled.result;
  if (!document) {
    const error = compiled.takeDiagnostics();
    process.stderr.write(JSON.stringify(error?.shortDiagnostics ?? 'no diagnostics'));
    process.exitCode = 1;
    return;
  }
  const pdfStandard = process.argv[2] === 'a-2a' ? 'a-2a' : 'ua-1';
  process.stdout.write(compiler.pdf(document, { pdfStandard, creationTimestamp: 0 }));
}

try {
  main();
} catch (error) {
  // Typst refuses what PDF/UA-1 forbids, with its reason in the message.
  process.stderr.write(String(error));
  process.exitCode = 1;
}
