import type { Page } from 'playwright-core';
import type { Opening } from '../test/builders/browser-page.ts';
import { tour } from '../web/src/i18n/en/tour.ts';
import { tourSteps } from '../web/src/layout/tour/tour-steps.ts';

/** A page of the tour that is pictured: its file, its address and user in the fixture, and what is done on it first. */
type TourPage = {
  file: string;
  path: string;
  who?: NonNullable<Opening['who']>;
  first?: (page: Page) => Promise<unknown>;
};

/** The role of the fixture that stands for each account of the tour. */
const roleOf: Readonly<Record<string, NonNullable<Opening['who']>>> = {
  'okafor-amara': 'patron',
  'riverton-desk': 'staff',
  'riverton-supervisor': 'staff',
  'riverton-finance': 'staff',
  'riverton-admin': 'manager',
  'harcourt-admin': 'admin',
  'northfield-librarian': 'solo',
  'finance-preparer': 'preparer',
};

const scan = async (page: Page, number: string): Promise<void> => {
  await page.getByLabel(/^Scan /).fill(number);
  await page.keyboard.press('Enter');
  await page.waitForLoadState('networkidle');
};

/** At the desk, the patron and an item that is not lent, with the explanation open. */
const refused = async (page: Page): Promise<void> => {
  await scan(page, '21101000000016');
  await scan(page, '31101000000019');
  await page.locator('.scan-refused').getByRole('button', { name: 'Why?' }).click();
};

const pageOf = (id: string, to: string): Pick<TourPage, 'path' | 'first'> => {
  // The patron of the demo is found by the running system; in pictures the desk scans a card.
  if (id === 'refusal') return { path: '/desk', first: refused };
  return { path: id === 'ask' ? '/search?q=emma' : to };
};

const fileOf = (id: string, place: number): string => `${String(place + 1).padStart(2, '0')}-${id}`;

/** The ten pages of the tour as pictured. Throws for an account without a role of the fixture. */
export const tourPages: readonly TourPage[] = tourSteps.map(({ id, account, to }, place) => {
  const who = account === undefined ? undefined : roleOf[account];
  if (account !== undefined && who === undefined) throw new Error(`The fixture has no role for ${account}.`);
  return { file: fileOf(id, place), ...pageOf(id, to), ...(who && { who }) };
});

const texts: Readonly<Record<string, string | undefined>> = tour;

/** Returns the page of the documents with the pictures of the tour, each with its two sentences. */
export const tourText = (): string =>
  [
    '# Concord in ten pages',
    '',
    'The pages of “Show me in five minutes” on `/welcome`, which `npm start` prints first. Made by `npm run screens tour`, with the data of tests.',
    '',
    ...tourSteps.flatMap(({ id }, place) => [
      `## ${place + 1}. ${texts[`tour.${id}`]}`,
      `${texts[`tour-text.${id}`]}`,
      '',
      `![${texts[`tour.${id}`]}](${fileOf(id, place)}.webp)`,
      '',
    ]),
  ].join('\n');
