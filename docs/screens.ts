import './screens-clock.ts';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { endpointsSchema } from '../local/endpoints.ts';
import { PlainFailure } from '../local/failure.ts';
import { startPlaces } from '../local/places.ts';
import { buildWeb } from '../local/web-build.ts';
import { openBrowser } from '../test/builders/browser.ts';
import { type Opening, openPage } from '../test/builders/browser-page.ts';
import { startFixture } from '../test/builders/fixture-api.ts';
import { tourPages, tourText } from './tour-pages.ts';

/** A page that is pictured: its file, address, user, height on a desktop, and what is done on it first. */
type Pictured = {
  file: string;
  path: string;
  who?: NonNullable<Opening['who']>;
  height: number;
  first?: (page: Page) => Promise<unknown>;
  /** Whether only the desktop in light colours is pictured. */
  isOne?: true;
};

/** The maximum size of a picture, in bytes, because it is cloned with the code. */
const MOST_BYTES = 150_000;
/** How well a picture shows letters, of 100: below it their edges blur. */
const QUALITY = 78;
const WIDTH = 1200;
const TOUR_HEIGHT = 900;
const PHONE = { width: 390, height: 844 };

const scenario = (number: number): string => `scn_01kb000000000000000000000${number}`;

const opened = (page: Page) => page.getByRole('button', { name: 'What it is made of: Own use: Circulation' }).click();

const scanned = async (page: Page) => {
  for (const number of ['21101000000016', '31101000000011']) {
    await page.getByLabel(/^Scan /).fill(number);
    await page.keyboard.press('Enter');
  }
  // A scan waits for the one before, so that the network may be idle between two; the row of each says its outcome.
  await page.waitForFunction(
    () => {
      const rows = [...document.querySelectorAll('.scan-outcome')].map(({ textContent }) => textContent);
      return rows.length > 0 && rows.every((text) => !/^(At work|Waits)/.test(text));
    },
    null,
    { polling: 200 },
  );
};

const found = async (page: Page) => {
  await page.getByLabel('Find a patron').fill('a');
  await page.keyboard.press('Enter');
};

/** A month in which not all libraries were members yet. */
const inMonth = (page: Page) => page.getByLabel('Month', { exact: true }).fill('2014-07');

/** The 45 main pages of patrons and of each area of staff work, and one that shows a line opened to its evidence. */
const pages: readonly Pictured[] = [
  { file: 'home', path: '/', height: 900 },
  { file: 'search', path: '/search?q=emma', height: 900 },
  { file: 'record', path: '/record/rec_1', who: 'patron', height: 900 },
  { file: 'libraries', path: '/libraries', height: 900 },
  { file: 'account', path: '/account', who: 'patron', height: 1000 },
  { file: 'today', path: '/today', who: 'staff', height: 900 },
  { file: 'desk', path: '/desk', who: 'staff', height: 900, first: scanned },
  { file: 'day', path: '/day', who: 'staff', height: 800 },
  { file: 'till', path: '/till', who: 'staff', height: 800 },
  { file: 'patrons', path: '/patrons', who: 'staff', height: 800, first: found },
  { file: 'patron-new', path: '/patrons/new', who: 'staff', height: 1000 },
  { file: 'patron', path: '/patrons/pat_01kaw5v7n0000000000000009z', who: 'staff', height: 900 },
  { file: 'sign-ups', path: '/patrons/sign-ups', who: 'staff', height: 700 },
  { file: 'pull-list', path: '/holds/pull', who: 'staff', height: 700 },
  { file: 'hold-shelf', path: '/holds/shelf', who: 'staff', height: 700 },
  { file: 'hold-queue', path: '/holds/queue/rec_1', who: 'staff', height: 700 },
  { file: 'courier', path: '/holds/courier', who: 'staff', height: 900 },
  { file: 'loans', path: '/loans', who: 'staff', height: 900 },
  { file: 'loan', path: '/loans/req_terms', who: 'staff', height: 900 },
  { file: 'record-staff', path: '/record/rec_1', who: 'staff', height: 900 },
  { file: 'cataloguing', path: '/cataloguing', who: 'staff', height: 800 },
  { file: 'edit-record', path: '/edit/riverton:b1000', who: 'staff', height: 900 },
  { file: 'copy', path: '/copy?barcode=31234000123459', who: 'staff', height: 900 },
  { file: 'class', path: '/classes/5b', who: 'staff', height: 700 },
  { file: 'reserves', path: '/reserves/crs_1', who: 'staff', height: 700 },
  { file: 'notices', path: '/notices', who: 'staff', height: 800 },
  { file: 'loan-rules', path: '/loan-rules', who: 'admin', height: 900 },
  { file: 'limits', path: '/limits', who: 'admin', height: 800 },
  { file: 'branches', path: '/branches', who: 'admin', height: 1000 },
  { file: 'staff', path: '/staff', who: 'admin', height: 700 },
  { file: 'new-library', path: '/new-library', who: 'admin', height: 900 },
  { file: 'set-up', path: '/set-up', who: 'manager', height: 900 },
  { file: 'machines', path: '/machines', who: 'admin', height: 800 },
  { file: 'webhooks', path: '/webhooks', who: 'admin', height: 800 },
  { file: 'digital-collections', path: '/digital-collections', who: 'admin', height: 800 },
  { file: 'payment-accounts', path: '/payment-accounts', who: 'admin', height: 800 },
  {
    ...{ file: 'online-payments', path: '/online-payments?member=riverton&month=2026-11', who: 'preparer' },
    height: 900,
  },
  { file: 'costs', path: '/costs', who: 'preparer', height: 900 },
  { file: 'period-board', path: '/periods', who: 'approver', height: 1150 },
  { file: 'reconciliation', path: '/reconciliation/2026-10', who: 'preparer', height: 1150 },
  { file: 'statement', path: '/statements/2026-05/riverton', who: 'staff', height: 1000 },
  {
    file: 'statement-line',
    path: '/statements/2026-05/riverton',
    who: 'staff',
    height: 800,
    first: opened,
    isOne: true,
  },
  { file: 'price-change', path: '/prices', who: 'approver', height: 900 },
  { file: 'members', path: '/members', who: 'admin', height: 900, first: inMonth },
  {
    ...{ file: 'workbench', path: `/workbench/compare?one=${scenario(1)}&other=${scenario(3)}`, who: 'preparer' },
    height: 760,
  },
  { file: 'estimate', path: '/estimate?members=6&checkoutsAYear=120000&records=90000', who: 'admin', height: 1100 },
];

const folderOf = (name: string): string => {
  const folder = join(import.meta.dirname, name);
  mkdirSync(folder, { recursive: true });
  return folder;
};
const [screensFolder, tourFolder] = [folderOf('screens'), folderOf('tour')];

let total = 0;
const taken = async (page: Page, file: string, folder = screensFolder): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  await session.detach();
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > MOST_BYTES) throw new Error(`${file}.webp has ${bytes.length} bytes; ${MOST_BYTES} at most.`);
  writeFileSync(join(folder, `${file}.webp`), bytes);
  total += bytes.length;
};

/** What a page shows until its answers are here. */
const loading = '[aria-busy="true"], .page-loading';

/** Waits until the page has a heading and its answers and fonts, and ends what moves on it. */
const atRest = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    (some) =>
      document.querySelector('h1') !== null &&
      document.querySelector(some) === null &&
      !document.body.textContent.includes('One moment…'),
    loading,
    // A page that draws no frame would never be looked at otherwise.
    { polling: 200 },
  );
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
};

/** Changes the colours and waits until the page has them, so that the transitions between them have begun and can be ended. */
const inColours = async (page: Page, colorScheme: 'dark' | 'light'): Promise<void> => {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction((wanted) => document.documentElement.dataset.mantineColorScheme === wanted, colorScheme, {
    polling: 200,
  });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
};

await buildWeb();
const fixture = await startFixture();
const browser = await openBrowser();
const wanted = process.argv.slice(2);
for (const { file, path, who, height, first, isOne } of pages) {
  if (wanted.length > 0 && !wanted.includes(file)) continue;
  const { page } = await openPage(browser, `${fixture.url}${path}`, { ...(who && { who }), width: WIDTH });
  await page.clock.setFixedTime(new Date());
  await page.setViewportSize({ width: WIDTH, height });
  await page.reload();
  await atRest(page);
  await first?.(page);
  await atRest(page);
  await taken(page, file);
  if (!isOne) {
    await inColours(page, 'dark');
    await atRest(page);
    await taken(page, `${file}-dark`);
    await inColours(page, 'light');
    await page.setViewportSize(PHONE);
    await page.evaluate(() => scrollTo(0, 0));
    await atRest(page);
    await taken(page, `${file}-phone`);
  }
  console.log(`docs/screens/${file}.webp`);
  await page.context().close();
}

/** Pictures the tour of the demo that `npm start` runs: its ten pages, each as the person who opens it. */
const pictureTour = async (): Promise<void> => {
  const { endpoints } = startPlaces();
  if (!existsSync(endpoints)) throw new PlainFailure('The tour is pictured in the running demo: npm start begins it.');
  const { web } = endpointsSchema.parse(JSON.parse(readFileSync(endpoints, 'utf8')));
  const page = await browser.newPage({ viewport: { width: WIDTH, height: TOUR_HEIGHT }, reducedMotion: 'reduce' });
  await page.goto(`${web}/welcome`);
  await page.getByRole('button', { name: 'Show me in five minutes' }).click();
  const strip = page.getByRole('complementary', { name: 'Tour in ten pages' });
  for (const [place, { file, first }] of tourPages.entries()) {
    if (place > 0) await strip.getByRole('button', { name: 'Next' }).click();
    await strip.getByText(`${place + 1} of ${tourPages.length}:`, { exact: false }).waitFor();
    await atRest(page);
    await first?.(page);
    await page.evaluate(() => scrollTo(0, 0));
    await atRest(page);
    await taken(page, file, tourFolder);
    console.log(`docs/tour/${file}.webp`);
  }
  writeFileSync(join(tourFolder, 'README.md'), tourText());
};
if (wanted.includes('tour')) await pictureTour();
console.log(`${total} bytes`);
await browser.close();
await fixture.stop();
