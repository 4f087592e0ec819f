import { expect, test } from 'vitest';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { readTie } from './tie-form.server.ts';
import { printName, readName } from './tie-list.ts';

function refusal(fields: Record<string, string>): InvalidInput {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of name.endsWith('[]') ? value.split(',') : [value]) form.append(name, one);
  }
  try {
    readTie(form);
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
  throw new Error('taken');
}

test('a wrong year of a tie is told at its field, in the language of the reader', () => {
  const side = (hand: string) => ({
    ...{ [`${hand}Scheme`]: 'ka', [`${hand}Stage`]: 'budgeted' },
    ...{ [`${hand}UnitCents`]: '100', [`${hand}Years[]`]: '2024' },
  });
  const fields = { nameNl: 'a', nameEn: 'a', revision: '1', ...side('left'), ...side('right') };
  const { errors } = refusal({ ...fields, 'leftYears[]': '2023,vorig', 'rightYears[]': '2024,1800' });
  const say = (locale: 'nl' | 'en') =>
    errors.map(({ path, code, params }) => `${path} ${wordsOf(locale)(`rejection.${code}`, params)}`);
  expect(say('nl')).toEqual(['leftYears Vul een heel getal in.', 'rightYears Vul 1900 of meer in.']);
  expect(say('en')).toEqual(['leftYears Enter a whole number.', 'rightYears Enter 1900 or more.']);
});

test('a name with a comma is one name', () => {
  for (const name of ['Coördinatie, netwerk', '100%', 'a%2Cb', 'gewoon']) {
    expect(printName(name)).not.toContain(',');
    expect(readName(printName(name))).toBe(name);
  }
});
