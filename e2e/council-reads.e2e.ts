import { describe, expect, test } from 'vitest';
import { accessible } from './accessible.ts';
import { fileBrowser } from './browser.ts';
import { go, open, people, running, says, tabTo, textOf } from './steps.ts';

/** A council member with ten minutes: the reading pack, a remark on a text and on a figure, and its answer. */

const browser = fileBrowser();
const example = people(browser, 'voorbeeld');
const phone = people(browser, 'voorbeeld', { width: 390 });
const plan = '/schemes/ka-2022-2027/plans/plan-beta';
const asked = 'Voor wie is het lesbezoek bedoeld?';
const amount = 'Is hiermee ook het tweede jaar betaald?';

describe('a member reads what is asked of the council', () => {
  test('from My work to two pages: what it comes down to, theme by theme, with rights and term on top', async () => {
    const page = await example.as('lid-fr-beta');
    await open(page, '/');
    await go(page.getByRole('link', { name: /^Leesstuk Facultair plan/ }), /\/pack$/);
    const main = page.getByRole('main');
    await says(main, /Instemming vooraf.*Nog \d+ werkdagen.*In het kort.*Het totaal blijft 27\.064 k€/);
    const theme = page.locator('section').filter({
      has: page.getByRole('heading', { level: 3, name: /Begeleiding van studenten/ }),
    });
    expect(await textOf(theme.last())).toMatch(/Verschoven Twee studieadviseurs erbij −185 k€/);
    await accessible(page, 'all');
    const small = await phone.as('lid-fr-beta');
    await open(small, new URL(page.url()).pathname);
    await accessible(small, 'all');
  });

  test('remarks on a text of it with the keyboard alone, and on a figure, and names who is to look', async () => {
    const page = await example.as('lid-fr-beta');
    const about = page.getByRole('link', { name: /^Opmerking plaatsen Waaruit bestaat/ }).nth(1);
    await tabTo(page, about, 90);
    await page.keyboard.press('Enter');
    await page.waitForURL(/comments\/new/);
    await running(page);
    await accessible(page, 'all');
    const words = page.getByLabel('Wat u zegt');
    await tabTo(page, words);
    await page.keyboard.type(asked);
    await tabTo(page, page.locator('summary', { hasText: 'Personen' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('checkbox', { name: /Planschrijver Bèta/ }));
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('button', { name: 'Opmerking plaatsen' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/comments\/[0-9a-f-]{36}$/);
    await says(page.getByRole('main'), asked);
    await open(page, `${plan}/comments/new?version=2&kind=figure`);
    await page.getByLabel('Maatregelen').selectOption({ label: 'Een zomer in het lab' });
    await page.getByLabel('Jaar').selectOption('2027');
    await page.getByLabel('Wat u zegt').fill(`${amount} @schrijver-beta`);
    await page.getByRole('button', { name: 'Opmerking plaatsen' }).click();
    await page.waitForURL(/comments\/[0-9a-f-]{36}$/);
    await says(page.getByRole('main'), /€ 184\.800/);
  });

  test('who is named sees both on My work and answers; the answer closes them and reaches who asked', async () => {
    const writer = await example.as('schrijver-beta');
    for (const words of [asked, amount]) {
      await open(writer, '/');
      const heading = writer.getByRole('heading', { name: 'Opmerkingen waarbij u bent genoemd' });
      const named = writer.locator('section').filter({ has: heading });
      await go(named.getByRole('link', { name: words }), /comments\/[0-9a-f-]{36}$/);
      const form = writer.locator('details', { hasText: 'Beantwoorden en sluiten' });
      await form.getByRole('textbox').fill('Voor iedereen die in 2027 lesgeeft.');
      await form.getByRole('button', { name: 'Beantwoorden en sluiten' }).click();
      await says(writer.getByRole('main'), /beantwoord.*Antwoord · .*Voor iedereen die in 2027 lesgeeft/);
    }
    await open(writer, '/');
    await says(writer.getByRole('main'), /Mijn werk/);
    const named = writer.getByRole('heading', { name: 'Opmerkingen waarbij u bent genoemd' });
    expect(await named.count()).toBe(0);
    const member = await example.as('lid-fr-beta');
    await open(member, '/');
    await says(member.getByRole('region', { name: 'Sinds uw vorige bezoek' }), asked);
    for (const page of [member, await phone.as('lid-fr-beta')]) {
      await open(page, `${plan}/comments`);
      await says(page.getByRole('main'), asked);
      await accessible(page, 'all');
    }
  });

  test('a report is read in the same way, and the themes of the scheme stand on one page', async () => {
    const page = await example.as('griffier-ur');
    await open(page, '/schemes/ka-2022-2027/decisions');
    await go(
      page.getByRole('link', { name: /^Bespreking.*Voortgangsverslag/ }).first(),
      /\/decisions\/[^/]+$/,
    );
    await go(page.getByRole('link', { name: /^Leesstuk/ }), /\/pack$/);
    await says(page.getByRole('main'), /Bespreking.*Wat er verandert.*\d+ teksten zijn anders/);
    expect(await textOf(page.getByRole('main'))).not.toContain('[^');
    await open(page, '/schemes/ka-2022-2027/frameworks');
    await page
      .getByText(/\d+ maatregelen in de plannen van kracht/)
      .first()
      .click();
    await accessible(page, 'all');
    await go(page.locator('details[open] a').first(), /plans\/.+#measure-/);
    await page.locator(new URL(page.url()).hash).waitFor();
  });

  test('nothing went wrong on any of these screens', () => {
    expect([...example.problems(), ...phone.problems()]).toEqual([]);
  });
});
