import { expect, test } from 'vitest';
import { downloadOf } from './download.ts';

const bytes = new TextEncoder().encode('a');

test.each([
  ['plan.xlsx', 'attachment; filename="plan.xlsx"'],
  ['Verslag 2023 (concept).pdf', 'attachment; filename="Verslag 2023 (concept).pdf"'],
  ['Curaçao.pdf', "attachment; filename*=UTF-8''Cura%C3%A7ao.pdf"],
  ['a"\r\nset-cookie: b.pdf', "attachment; filename*=UTF-8''a%22%0D%0Aset-cookie%3A%20b.pdf"],
])('a file named %j is kept as %s', async (fileName, disposition) => {
  const answer = downloadOf({ bytes, mediaType: 'text/plain', fileName }, { 'cache-control': 'no-store' });
  expect(answer.headers.get('content-disposition')).toBe(disposition);
  expect(answer.headers.get('content-type')).toBe('text/plain');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.text()).toBe('a');
});
