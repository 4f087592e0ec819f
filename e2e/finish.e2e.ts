import { describe, expect, test } from 'vitest';
import { fileBrowser, newVisitor } from './browser.ts';
import { go, nextVersion, open, people, rowOf, says, textOf } from './steps.ts';

/** What a spreadsheet user, a new colleague and a writer who changes their mind expect of the screens. */

const plan = '/schemes/ka-2022-2027/plans/plan-beta';

const browser = fileBrowser();
const { as, problems } = people(browser, 'voorbeeld');

describe('the budget grid behaves as a spreadsheet', () => {
  test('a block selected with shift and arrows is copied and pastes back the same', async () => {
    const page = await as('schrijver-beta');
    await open(page, plan);
    const start = page.getByRole('button', { name: 'Nieuwe versie beginnen' });
    if (await start.count()) await start.click();
    await page.getByText(/nog in bewerking/).waitFor();
    await open(page, `${plan}/budget`);
    await page.getByRole('grid').waitFor();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const cells = page.getByRole('grid').getByRole('textbox');
    const values = () =>
      cells.evaluateAll((all) => all.slice(0, 12).map((one) => (one as HTMLInputElement).value));
    const before = await values();
    await cells.first().click();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(`Shift+${key}`);
    expect(await page.locator('td[aria-selected=true]').count()).toBe(6);
    await page.keyboard.press('Control+C');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n').map((line) => line.split('\t'))).toEqual([
      before.slice(0, 3),
      before.slice(6, 9),
    ]);
    await page.keyboard.press('Delete');
    expect((await values()).slice(0, 3)).toEqual(['', '', '']);
    await page.keyboard.press('Control+V');
    expect(await values()).toEqual(before);
  });

  test('typing and an arrow commits and moves; a double click edits with the caret; dragging selects', async () => {
    const page = await as('schrijver-beta');
    const cells = page.getByRole('grid').getByRole('textbox');
    await cells.first().click();
    await page.keyboard.type('12');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('2,90');
    await page.keyboard.press('ArrowLeft');
    expect([await cells.nth(0).inputValue(), await cells.nth(1).inputValue()]).toEqual(['12', '2,90']);
    await cells.first().dblclick();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    expect(await cells.first().inputValue()).toBe('172');
    await cells.nth(0).hover();
    await page.mouse.down();
    await cells.nth(2).hover();
    await page.mouse.up();
    expect(await page.locator('td[aria-selected=true]').count()).toBe(3);
  });

  test('a row in FTE counts in what is left while it is typed, as it does once saved', async () => {
    const page = await as('schrijver-beta');
    await open(page, `${plan}/budget`);
    await page.locator('summary', { hasText: 'Regel toevoegen' }).click();
    await page.getByLabel('Maatregel').selectOption({ index: 1 });
    await page.getByLabel('Onderdeel').fill('proef');
    await page.getByLabel('Invullen in').selectOption('fte');
    await go(page.getByRole('button', { name: 'Opslaan en regel toevoegen' }), /row=/);
    const before = await rowOf(page, 'Nog te begroten');
    await page
      .getByRole('textbox', { name: /proef, .*fte/ })
      .first()
      .fill('1,5');
    await page.keyboard.press('Enter');
    const live = await rowOf(page, 'Nog te begroten');
    expect(live[0]).not.toBe(before[0]);
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
    await page.getByText('De begroting is opgeslagen.').waitFor();
    expect(await rowOf(page, 'Nog te begroten')).toEqual(live);
  });
});

describe('a new colleague', () => {
  test('changes the handed-over password before anything else', async () => {
    const admin = await as('beheer');
    await open(admin, '/admin/accounts');
    await admin.locator('summary', { hasText: 'Nieuw account' }).click();
    const form = admin
      .locator('form')
      .filter({ has: admin.locator('input[name=login]') })
      .first();
    await form.locator('input[name=login]').fill('nieuw');
    await form.locator('input[name=name]').fill('Nieuwe collega');
    await form.getByRole('button').last().click();
    await admin.locator('code.secret').waitFor();
    const password = await textOf(admin.locator('code.secret'));
    const { page, context } = await newVisitor(browser());
    await page.goto('/sign-in');
    await page.locator('select[name=institution]').selectOption('voorbeeld');
    await page.getByLabel('Gebruikersnaam').fill('nieuw');
    await page.getByLabel('Wachtwoord').fill(password);
    await page.locator('form.sign-in-form button').click();
    await page.waitForURL(/\/account$/);
    await says(page.getByRole('main'), /Kies nu eerst een eigen wachtwoord/);
    await page.goto('/schemes');
    expect(new URL(page.url()).pathname).toBe('/account');
    await page.locator('input[name=current]').fill(password);
    await page.locator('input[name=next]').fill('een zin om te onthouden');
    await go(page.getByRole('button', { name: 'Wachtwoord wijzigen' }), (url) => url.pathname === '/');
    await context.close();
  });
});

describe('a faculty that changes its mind', () => {
  const mens = '/schemes/ka-2022-2027/plans/plan-mens';
  const reason = 'De raming van 2027 klopt niet: wij rekenen haar opnieuw door.';

  test('submits a version, which is put before its council', async () => {
    const writer = await as('schrijver-mens');
    await open(writer, mens);
    await nextVersion(writer);
    await writer.getByText('Versie 3, nog in bewerking').waitFor();
    await open(writer, `${mens}/budget`);
    const first = writer.getByRole('textbox', { name: /2022, euro/ }).first();
    await first.fill('1.000.000');
    await writer.keyboard.press('Enter');
    await go(writer.getByRole('button', { name: 'Opslaan', exact: true }), /saved/);
    await open(writer, mens);
    await go(writer.getByRole('link', { name: 'Indienen' }), /submit$/);
    await go(writer.getByRole('button', { name: 'Indienen' }), /plan-mens$/);
    const officer = await as('beleid');
    await open(officer, `${mens}/ask`);
    await go(officer.getByRole('button', { name: 'Voorleggen' }), /plan-mens$/);
    await says(officer.getByRole('main'), /wacht op besluit/);
  });

  test('withdraws it with a reason, and what was asked about it says that nothing is left to decide', async () => {
    const secretary = await as('griffier-mens');
    await open(secretary, '/');
    await go(secretary.getByRole('link', { name: /Instemming · .*Mens/ }), /\/decisions\//);
    const dossier = secretary.url();
    await secretary.getByRole('link', { name: 'Uitkomst vastleggen' }).waitFor();
    const writer = await as('schrijver-mens');
    await open(writer, mens);
    await go(writer.getByRole('link', { name: 'Intrekken' }), /withdraw$/);
    await writer.getByRole('button', { name: 'Intrekken' }).click();
    await says(writer.getByRole('main'), /reden/i);
    await writer.getByRole('textbox').fill(reason);
    await go(writer.getByRole('button', { name: 'Intrekken' }), /plan-mens/);
    await open(writer, `${mens}?version=3`);
    await says(writer.getByRole('main'), new RegExp(`ingetrokken.*${reason}`));
    await says(writer.getByRole('main'), /vervallen/);
    await open(secretary, dossier);
    await says(secretary.getByRole('main'), /ingetrokken: er valt niets meer over te besluiten/);
    await says(secretary.getByRole('main'), reason);
    expect(await secretary.getByRole('link', { name: /vastleggen/i }).count()).toBe(0);
    await open(secretary, '/');
    expect(await secretary.getByRole('link', { name: /Instemming · .*Mens/ }).count()).toBe(0);
    await open(secretary, '/schemes/ka-2022-2027/decisions');
    await says(secretary.getByRole('main'), /Vervallen met hun versie.*Mens.*de versie is ingetrokken/);
  });
});

test('nobody met a fault on the way', () => {
  expect(problems()).toEqual([]);
});
