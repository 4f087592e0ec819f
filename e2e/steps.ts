import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { newVisitor, type Visitor } from './browser.ts';

/** Steps that several journeys share, said as a user would say them. */

type VisitorOptions = Parameters<typeof newVisitor>[1];

/** A visitor who signed in by the button of a demo account, such as `voorbeeld/beleid`. */
export async function signIn(browser: Browser, account: string, options?: VisitorOptions): Promise<Visitor> {
  const visitor = await newVisitor(browser, options);
  await visitor.page.goto('/sign-in');
  await visitor.page.locator(`button[name=demo][value="${account}"]`).click();
  await visitor.page.waitForURL((url) => url.pathname === '/');
  return visitor;
}

/** The people of one story: each signs in once, and none may have met a fault at the end. */
export function people(browser: () => Browser, institution: string, options?: VisitorOptions) {
  const known = new Map<string, Visitor>();
  return {
    /** The page of this person, who signs in when first asked for. */
    async as(login: string): Promise<Page> {
      const visitor = known.get(login) ?? (await signIn(browser(), `${institution}/${login}`, options));
      known.set(login, visitor);
      return visitor.page;
    },
    /** What went wrong on any screen; refusals that the story provokes answer below 500. */
    problems(): string[] {
      return [...known].flatMap(([login, { problems }]) => problems.map((problem) => `${login}: ${problem}`));
    },
  };
}

/** Opens a page and waits until its script runs, as a person would before using a rich control. */
export async function open(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(200);
  await running(page);
}

/** Until React has taken the page over. */
export async function running(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith('__react')));
}

/** Presses a button or follows a link by its name, and waits for the address that it leads to. */
export async function go(target: Locator, to: RegExp | ((url: URL) => boolean)): Promise<void> {
  await target.click();
  await target.page().waitForURL(to);
}

/** Starts the next version of the document that is open, or goes on with the draft that another journey began. */
export async function nextVersion(page: Page): Promise<void> {
  const start = page.getByRole('button', { name: 'Nieuwe versie beginnen' });
  const draft = page.getByRole('link', { name: 'Indienen' });
  await start.or(draft).first().waitFor();
  if ((await start.count()) > 0) await start.click();
  await draft.waitFor();
}

/** What stands there to be read, on one line. */
export async function textOf(target: Locator): Promise<string> {
  return (await target.allInnerTexts()).join(' ').replace(/\s+/g, ' ').trim();
}

/** Waits until this is to be read there. */
export async function says(target: Locator, words: string | RegExp): Promise<void> {
  await expect.poll(() => textOf(target), { timeout: 10_000 }).toMatch(words);
}

/** The row of a table whose head starts with this text, as the texts of its cells. */
export async function rowOf(page: Page | Locator, head: string | RegExp): Promise<string[]> {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: head }) });
  await row.first().waitFor();
  const cells = await row.first().locator('td').allInnerTexts();
  return cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
}

/** Puts text on the clipboard as a spreadsheet does, and pastes it with the keyboard where the focus is. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press('Control+V');
}

/** Goes on with Tab until the focus is on this element; fails when it cannot be reached. */
export async function tabTo(page: Page, target: Locator, atMost = 60): Promise<void> {
  const there = () => target.evaluate((element) => element === document.activeElement);
  for (let i = 0; i < atMost && !(await there()); i += 1) await page.keyboard.press('Tab');
  expect(await there(), 'reached with Tab').toBe(true);
}
