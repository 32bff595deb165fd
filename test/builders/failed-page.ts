import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

declare global {
  /** The test that has just failed, from the environment of browser tests. */
  var failedTest: string | undefined;
}

/** How many of the last requests to the API a failed flow shows. */
const SHOWN = 5;

const lastRequests = new WeakMap<Page, string[]>();

/** Notes the last requests of a page to the API, with what answered. */
export const noteRequests = (page: Page): void => {
  const some: string[] = [];
  lastRequests.set(page, some);
  const note = (method: string, url: string, answer: string): void => {
    const { pathname, search } = new URL(url);
    if (pathname.startsWith('/v1/')) some.push(`${method} ${pathname}${search} ${answer}`);
    if (some.length > SHOWN) some.shift();
  };
  page.on('response', (response) => note(response.request().method(), response.url(), String(response.status())));
  page.on('requestfailed', (request) => note(request.method(), request.url(), request.failure()?.errorText ?? ''));
};

/** The folder of the results of a run; none where a test runs by hand. */
const results = (): string | undefined => {
  const notes = process.env.CONCORD_TEST_NOTES;
  return notes === undefined ? undefined : dirname(notes);
};

const fileName = (test: string): string =>
  test
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);

/** Returns the address of a page, its heading and alerts, and its last requests, one a line. */
const summaryOf = async (page: Page): Promise<string> => {
  const shown = await page
    .locator('h1, [role="alert"], [role="dialog"] h2')
    .allTextContents()
    .catch(() => []);
  return [page.url(), ...shown.map((text) => `shows: ${text}`), ...(lastRequests.get(page) ?? [])].join('\n');
};

/**
 * Writes a picture, the address, the last requests and the text of every open page into the folder of results, if the test that ends has
 * failed.
 */
export const writeFailedPages = async (browser: Browser): Promise<void> => {
  const folder = results();
  if (folder === undefined || globalThis.failedTest === undefined) return;
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [at, page] of pages.entries()) {
    const file = join(folder, `failed-${fileName(globalThis.failedTest)}-${at + 1}`);
    // A page that crashed has nothing to show, and the failure itself is what is reported.
    const text = await page.locator('body').ariaSnapshot({ timeout: 5000 }).catch(String);
    writeFileSync(`${file}.txt`, `${await summaryOf(page)}\n\n${text}\n`);
    await page.screenshot({ path: `${file}.png`, timeout: 10_000 }).catch(() => undefined);
  }
};
