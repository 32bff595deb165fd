import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';

declare global {
  /** The test that has just failed, from the environment of browser tests. */
  var failedTest: string | undefined;
}

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

/** Writes a picture, the address and the text of every open page into the folder of results, if the test that ends has failed. */
export const writeFailedPages = async (browser: Browser): Promise<void> => {
  const folder = results();
  if (folder === undefined || globalThis.failedTest === undefined) return;
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [at, page] of pages.entries()) {
    const file = join(folder, `failed-${fileName(globalThis.failedTest)}-${at + 1}`);
    // A page that crashed has nothing to show, and the failure itself is what is reported.
    const text = await page.locator('body').ariaSnapshot({ timeout: 5000 }).catch(String);
    writeFileSync(`${file}.txt`, `${page.url()}\n\n${text}\n`);
    await page.screenshot({ path: `${file}.png`, timeout: 10_000 }).catch(() => undefined);
  }
};
