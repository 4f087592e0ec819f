import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { address } from './file-server.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of a file of tests: there once they begin, closed after them. */
export function fileBrowser(): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  return () => browser;
}

// Debian's Chromium.
async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? places.find((place) => existsSync(place));
  if (!executablePath) throw new Error('Browser tests need Chromium: sudo apt-get install chromium');
  // As root Chromium has no sandbox, and /dev/shm is small in containers. We only open our own pages.
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      // nothing of the browser's own goes out: the tests run where no network is
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export type Visitor = { context: BrowserContext; page: Page; problems: string[] };

/**
 * A visitor with cookies of their own. `problems` gathers what the page complained of: script errors,
 * refusals by the content security policy, and answers of 500 and up. Expect it to be empty.
 * @param options `width` of the screen in pixels (1440 unless told), the language of the browser
 */
export async function newVisitor(
  browser: Browser,
  options: { width?: number; locale?: 'nl' | 'en'; javaScriptEnabled?: boolean } = {},
): Promise<Visitor> {
  const { width = 1440, locale = 'nl', javaScriptEnabled = true } = options;
  const context = await browser.newContext({
    baseURL: address(),
    locale: locale === 'nl' ? 'nl-NL' : 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width, height: width < 600 ? 844 : 900 },
    reducedMotion: 'reduce',
    javaScriptEnabled,
  });
  // Every answer comes well within this; a step that waits for what never comes fails soon.
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()}: ${response.url()}`);
  });
  return { context, page, problems };
}
