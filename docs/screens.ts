import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildWeb } from '../local/web-build.ts';
import { openBrowser } from '../test/builders/browser.ts';
import { type Opening, openPage } from '../test/builders/browser-page.ts';
import { startFixture } from '../test/builders/fixture-api.ts';

/** A screenshot of a page: its file, address, user, preparation, and height. */
type Picture = {
  file: string;
  path: string;
  who?: NonNullable<Opening['who']>;
  height: number;
  width?: number;
  dark?: boolean;
  first?: (page: Page) => Promise<unknown>;
};

/** The maximum size of a screenshot, in bytes, because it is cloned with the code. */
const MOST_BYTES = 250_000;
/** The current day in the fixture's months, so that the same code yields the same screenshots. */
const TODAY = '2026-11-26T12:00:00.000Z';

const scenario = (number: number): string => `scn_01kb000000000000000000000${number}`;

const opened = (page: Page) => page.getByRole('button', { name: 'What it is made of: Own use: Circulation' }).click();

/** A month in which not all libraries were members yet. */
const inMonth = (page: Page) => page.getByLabel('Month', { exact: true }).fill('2014-07');

/** The main pages of patrons and of each area of staff work; the phone and the dark theme are pictured where they differ most. */
const pictures: readonly Picture[] = [
  { file: 'home', path: '/', height: 900 },
  { file: 'home-dark', path: '/', height: 900, dark: true },
  { file: 'home-phone', path: '/', height: 844, width: 390 },
  { file: 'search', path: '/search?q=emma', height: 900 },
  { file: 'search-phone', path: '/search?q=emma', height: 844, width: 390 },
  { file: 'record', path: '/record/rec_1', height: 900 },
  { file: 'libraries', path: '/libraries', height: 900 },
  { file: 'account', path: '/account', who: 'patron', height: 1000 },
  { file: 'account-phone', path: '/account', who: 'patron', height: 844, width: 390 },
  { file: 'today', path: '/today', who: 'staff', height: 900 },
  { file: 'today-dark', path: '/today', who: 'staff', height: 900, dark: true },
  { file: 'today-phone', path: '/today', who: 'staff', height: 844, width: 390 },
  { file: 'desk', path: '/desk', who: 'staff', height: 900 },
  { file: 'till', path: '/till', who: 'staff', height: 800 },
  { file: 'patrons', path: '/patrons', who: 'staff', height: 800 },
  { file: 'patron-new', path: '/patrons/new', who: 'staff', height: 1000 },
  { file: 'patron', path: '/patrons/pat_01kaw5v7n0000000000000000z', who: 'staff', height: 900 },
  { file: 'patron-dark', path: '/patrons/pat_01kaw5v7n0000000000000000z', who: 'staff', height: 900, dark: true },
  { file: 'sign-ups', path: '/patrons/sign-ups', who: 'staff', height: 700 },
  { file: 'pull-list', path: '/holds/pull', who: 'staff', height: 700 },
  { file: 'hold-shelf', path: '/holds/shelf', who: 'staff', height: 700 },
  { file: 'hold-queue', path: '/holds/queue/rec_1', who: 'staff', height: 700 },
  { file: 'loans', path: '/loans', who: 'staff', height: 900 },
  { file: 'cataloguing', path: '/cataloguing', who: 'staff', height: 800 },
  { file: 'classes', path: '/classes', who: 'staff', height: 600 },
  { file: 'class', path: '/classes/5b', who: 'staff', height: 700 },
  { file: 'reserves', path: '/reserves/crs_1', who: 'staff', height: 700 },
  { file: 'loan-rules', path: '/loan-rules', who: 'admin', height: 900 },
  { file: 'limits', path: '/limits', who: 'admin', height: 800 },
  { file: 'branches', path: '/branches', who: 'admin', height: 1000 },
  { file: 'staff', path: '/staff', who: 'admin', height: 700 },
  { file: 'machines', path: '/machines', who: 'manager', height: 700 },
  { file: 'new-library', path: '/new-library', who: 'admin', height: 900 },
  { file: 'costs', path: '/costs', who: 'preparer', height: 900 },
  { file: 'period-board', path: '/periods', who: 'approver', height: 1150 },
  { file: 'reconciliation', path: '/reconciliation/2026-10', who: 'preparer', height: 1150 },
  { file: 'statement', path: '/statements/2026-05/riverton', who: 'staff', height: 1000 },
  { file: 'statement-line', path: '/statements/2026-05/riverton', who: 'staff', height: 800, first: opened },
  { file: 'price-change', path: '/prices', who: 'approver', height: 900 },
  { file: 'members', path: '/members', who: 'admin', height: 900, first: inMonth },
  {
    ...{ file: 'workbench', path: `/workbench/compare?one=${scenario(1)}&other=${scenario(3)}`, who: 'preparer' },
    height: 760,
  },
  { file: 'estimate', path: '/estimate?members=6&checkoutsAYear=120000&records=90000', who: 'admin', height: 1100 },
];

const folder = join(import.meta.dirname, 'screens');
mkdirSync(folder, { recursive: true });
await buildWeb();
const fixture = await startFixture();
const browser = await openBrowser();
for (const { file, path, who, height, width = 1200, dark = false, first } of pictures) {
  const { page } = await openPage(browser, `${fixture.url}${path}`, { ...(who && { who }), width, dark });
  await page.clock.setFixedTime(TODAY);
  await page.setViewportSize({ width, height });
  await page.reload();
  await page.waitForLoadState('networkidle');
  await first?.(page);
  await page.waitForLoadState('networkidle');
  const target = join(folder, `${file}.png`);
  await page.screenshot({ path: target, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(target);
  if (size > MOST_BYTES) throw new Error(`${file}.png has ${size} bytes; ${MOST_BYTES} at most.`);
  console.log(`docs/screens/${file}.png ${size} bytes`);
  await page.context().close();
}
await browser.close();
await fixture.stop();
