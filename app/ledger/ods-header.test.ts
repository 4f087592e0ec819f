import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { readSheets } from './table-read.ts';

const cell = (text: string) =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const row = (...texts: string[]) => `<table:table-row>${texts.map(cell).join('')}</table:table-row>`;

async function ods(rows: string): Promise<Uint8Array> {
  const zip = new ZipFile();
  const add = (name: string, text: string) =>
    zip.addBuffer(Buffer.from(text), name, { compress: name !== 'mimetype' });
  add('mimetype', 'application/vnd.oasis.opendocument.spreadsheet');
  add(
    'content.xml',
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content
      xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body>
      <office:spreadsheet><table:table table:name="Blad1">${rows}</table:table></office:spreadsheet>
      </office:body></office:document-content>`,
  );
  zip.end();
  return buffer(zip.outputStream);
}

const texts = async (rows: string) =>
  (await readSheets(await ods(rows), 'tabel.ods'))[0]!.rows.map((one) => one.map((each) => each.text));

test('heading rows that repeat on every page are read as rows, in their place', async () => {
  const plain = await texts(row('Thema', '2022') + row('Onderwijs', '10'));
  expect(plain).toEqual([
    ['Thema', '2022'],
    ['Onderwijs', '10'],
  ]);
  const repeated = `<table:table-header-rows>${row('Thema', '2022')}</table:table-header-rows>`;
  expect(await texts(repeated + row('Onderwijs', '10'))).toEqual(plain);
});
