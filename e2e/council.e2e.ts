import { describe, expect, test } from 'vitest';
import { accessible } from './accessible.ts';
import { fileBrowser } from './browser.ts';
import { go, open, people, says, textOf } from './steps.ts';

/** What comes of what councils say: commitments, accounts of advice, proposals, reflections, notices. */

const browser = fileBrowser();
const example = people(browser, 'voorbeeld');
const ka = '/schemes/ka-2022-2027';

/** An ISO day so many days from today, as a date field takes it. */
const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

describe('a commitment to a council', () => {
  const promise = 'Het bestuur stuurt de begroting drie weken vooraf.';

  test('[000-41] is recorded with an owner and a day, and stands on the list of owner and council', async () => {
    const page = await example.as('griffier-recht');
    await open(page, `${ka}/commitments`);
    await accessible(page);
    await go(page.getByRole('link', { name: 'Toezegging of voorwaarde vastleggen' }), /commitments\/new$/);
    await page.getByRole('radio', { name: 'Toezegging' }).check();
    await page.getByLabel('Wat is gevraagd of beloofd').fill(promise);
    await page.getByLabel('Wie ervoor zorgt').selectOption({ label: 'Faculteit Rechtsgeleerdheid' });
    await page.getByLabel('Rol').selectOption({ label: 'Planschrijver' });
    await page.getByLabel('Uiterlijk').fill(day(10));
    await accessible(page);
    const save = page.getByRole('button', { name: 'Toezegging of voorwaarde vastleggen' });
    await go(save, /commitments\/[0-9a-f-]{36}$/);
    await says(page.getByRole('main'), /Gedaan aan Faculteitsraad Recht/);
    for (const login of ['schrijver-recht', 'lid-fr-recht']) {
      const other = await example.as(login);
      await open(other, '/');
      await says(other.getByRole('main'), promise);
    }
  });

  test('is closed by evidence that the council took; refused, it is back with its owner', async () => {
    const writer = await example.as('schrijver-recht');
    await open(writer, '/');
    await go(writer.getByRole('link', { name: promise }).first(), /commitments\/[0-9a-f-]{36}$/);
    const here = new URL(writer.url()).pathname;
    await writer.getByText('Bewijs inleveren').first().click();
    await writer.getByLabel('Wat er is gedaan').fill('Gestuurd op maandag.');
    await writer.getByRole('button', { name: 'Bewijs inleveren' }).click();
    await says(writer.getByRole('main'), /bewijs ligt bij het orgaan/);
    const secretary = await example.as('griffier-recht');
    await open(secretary, here);
    await secretary.getByText('Bewijs afwijzen').first().click();
    await secretary.locator('details[open]').getByLabel('Reden').fill('Het waren twee weken.');
    await secretary.getByRole('button', { name: 'Bewijs afwijzen' }).click();
    await says(secretary.getByRole('main'), /afgewezen door het orgaan/);
    await open(writer, '/');
    await says(
      writer.getByRole('region', { name: 'Sinds uw vorige bezoek' }),
      /Bewijs afgewezen door Faculteitsraad Recht/,
    );
    await open(writer, here);
    await writer.getByText('Bewijs inleveren').first().click();
    await writer.getByLabel('Document dat het laat zien').selectOption({ index: 1 });
    await writer.getByRole('button', { name: 'Bewijs inleveren' }).click();
    await says(writer.getByRole('main'), /bewijs ligt bij het orgaan/);
    await open(secretary, here);
    await secretary.getByText('Bewijs aanvaarden').first().click();
    await secretary.getByRole('button', { name: 'Bewijs aanvaarden' }).click();
    await says(secretary.getByRole('main'), /nagekomen/);
    await accessible(secretary);
    await open(writer, '/');
    const heading = writer.getByRole('heading', { name: 'Toezeggingen en voorwaarden' });
    expect(await textOf(writer.locator('section').filter({ has: heading }))).not.toContain(promise);
  });

  test('[000-40] an agreed evaluation is a condition for next year’s spending, said where the scheme and plan are read', async () => {
    const page = await example.as('lezer');
    await open(page, ka);
    await says(
      page.getByRole('region', { name: 'Aandacht' }).or(page.getByRole('main')).first(),
      /De besteding van 2027 wacht op een voorwaarde van Faculteitsraad Recht/,
    );
    await open(page, `${ka}/plans/plan-recht`);
    await says(page.getByRole('main'), /De besteding van 2027 wacht hierop/);
    await go(page.getByRole('link', { name: /Eerst evalueren de faculteit/ }), /commitments\/[0-9a-f-]{36}$/);
    await says(page.getByRole('main'), /Maatregel: Mentoraat/);
  });
});

describe('what was done with advice', () => {
  test('[000-13] [001-18] a missing account is on My work; given, it is read from the advice and from you-said-we-did', async () => {
    const page = await example.as('beleid');
    await open(page, '/');
    const main = page.getByRole('main');
    await says(main, /Adviezen die een verantwoording vragen/);
    const row = main.getByRole('listitem').filter({ hasText: 'Overheveling 2022' });
    await go(row.getByRole('link', { name: 'Zeggen wat ermee is gedaan' }), /follow-up\/new/);
    await says(main, /wil de besteding ervan apart terugzien/);
    await accessible(page);
    await page.getByRole('radio', { name: 'gevolgd', exact: true }).check();
    await page.getByLabel('Verantwoording').fill('De besteding staat apart in het financieel verslag.');
    await page.getByRole('button', { name: 'Zeggen wat ermee is gedaan' }).click();
    await says(main, /Kies de maatregel of het document/);
    await page
      .getByLabel('Document waarin het staat')
      .selectOption({ label: 'Overheveling 2022 naar 2023, versie 1' });
    await go(page.getByRole('button', { name: 'Zeggen wat ermee is gedaan' }), /decisions\/[0-9a-f-]{36}$/);
    await says(main, /De besteding staat apart in het financieel verslag/);
    const council = await example.as('griffier-ur');
    await open(council, `${ka}/follow-up?body=ur`);
    await says(council.getByRole('main'), /De besteding staat apart in het financieel verslag/);
    await accessible(council);
  });
});

describe('the council’s own voice', () => {
  test('a member asks; the board answers; both stand', async () => {
    const page = await example.as('lid-fr-recht');
    await open(page, `${ka}/proposals`);
    await page.getByText('Voorstel of vraag indienen').first().click();
    await page.getByLabel('Aan', { exact: true }).selectOption({ label: 'College van Bestuur' });
    await page.getByLabel('Waarover').fill('Wanneer komt de evaluatie?');
    await page.getByLabel('Het voorstel of de vraag').fill('De raad wil haar vóór de kerst lezen.');
    await accessible(page);
    const put = page.getByRole('button', { name: 'Voorstel of vraag indienen' });
    await go(put, /proposals\/[0-9a-f-]{36}$/);
    await says(page.getByRole('main'), /Uiterlijk .* Grond: Reglement van de raad/);
    const board = await example.as('cvb');
    await open(board, '/');
    await go(board.getByRole('link', { name: 'Wanneer komt de evaluatie?' }).first(), /proposals\//);
    await board.getByText('Antwoord vastleggen').first().click();
    await board.getByRole('radio', { name: 'beantwoord' }).check();
    await board.getByLabel('Het antwoord').fill('In de tweede week van december.');
    await board.getByRole('button', { name: 'Antwoord vastleggen' }).click();
    await says(board.getByRole('main'), /beantwoord op .* In de tweede week van december/);
  });

  test('the reflection is written by the council alone, and stands once given', async () => {
    const page = await example.as('griffier-recht');
    await open(page, `${ka}/reflections`);
    await page.getByText('Reflectie schrijven').first().click();
    await page.getByLabel('Over het jaar').fill('2026');
    await page.getByLabel('De reflectie').first().fill('Wij zagen het mentoraat groeien.');
    await page.getByRole('button', { name: 'Bewaren' }).last().click();
    await says(page.getByRole('main'), /concept, alleen voor uw raad/);
    const admin = await example.as('beheer');
    await open(admin, `${ka}/reflections`);
    expect(await textOf(admin.getByRole('main'))).not.toContain('mentoraat groeien');
    expect(await admin.getByText('Reflectie schrijven').count()).toBe(0);
    await page.getByRole('button', { name: 'Reflectie geven' }).click();
    await says(page.getByRole('main'), /Wij zagen het mentoraat groeien\. gegeven op/);
    await accessible(page);
    await open(admin, `${ka}/reflections`);
    await says(admin.getByRole('main'), /Wij zagen het mentoraat groeien/);
  });
});

describe('for a member', () => {
  test('one page about the council, and a calendar by a secret address until it is revoked', async () => {
    const page = await example.as('lid-fr-recht');
    await open(page, '/');
    await go(page.getByRole('link', { name: 'Organen' }), /\/bodies$/);
    await accessible(page);
    await go(page.getByRole('link', { name: 'Faculteitsraad Recht' }), /bodies\/fr-recht$/);
    const main = page.getByRole('main');
    await says(
      main,
      /Open voorwaarden en toezeggingen.*Wat dit orgaan besloot.*Woorden van Kwaliteitsafspraken/,
    );
    await says(page.getByRole('complementary'), /Instemming op Facultair plan/);
    await accessible(page);
    await open(page, '/account/notices');
    await page.getByText('Agenda-adres maken').first().click();
    await page.getByLabel('Waarvoor').fill('telefoon');
    await page.getByRole('button', { name: 'Agenda-adres maken' }).click();
    await says(main, /Kopieer het nu/);
    await accessible(page);
    const address = await textOf(main.locator('code'));
    const calendar = await page.request.get(address);
    expect(calendar.headers()['content-type']).toMatch(/^text\/calendar/);
    expect(await calendar.text()).toMatch(
      /BEGIN:VCALENDAR[\s\S]*DTSTART;VALUE=DATE:20261210[\s\S]*END:VCALENDAR/,
    );
    await page.getByRole('button', { name: 'Intrekken' }).click();
    await says(main, /ingetrokken op/);
    expect((await page.request.get(address)).status()).toBe(404);
  });

  test('nothing went wrong on any of these screens', () => {
    expect(example.problems()).toEqual([]);
  });
});
