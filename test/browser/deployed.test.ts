import type { Browser, Page } from 'playwright-core';
import type { Account } from '../../local/endpoints.ts';
import { openBrowser } from '../builders/browser.ts';
import { openPage, scan, violations } from '../builders/browser-page.ts';
import { accountOf, deployed } from '../builders/deployed.ts';
import { fileOf } from '../builders/loads.ts';

jest.setTimeout(120_000);
const endpoints = deployed();
const desk = accountOf(endpoints, 'riverton', 'desk-supervisor');
const cataloguer = accountOf(endpoints, 'riverton', 'cataloguer');
const reader = accountOf(endpoints, 'riverton', 'patron');

type Copy = { barcode: string; state: string };
type Found = { title: string; recordId: string; barcode: string };
const get = async (path: string) => (await fetch(`${endpoints.api}${path}`)).json();

/** Returns a book now on Riverton's shelf, with the barcode of its copy at the main branch. */
const aBookOnTheShelf = async (): Promise<Found> => {
  const { hits } = await get('/discovery/search?shelf=1&within=riverton&format=book&limit=50');
  for (const { recordId, title } of hits) {
    const { holdings } = await get(`/discovery/records/${recordId}`);
    const riverton = holdings.find((one: { memberId: string }) => one.memberId === 'riverton');
    const main = riverton?.branches.find((one: { branchId: string }) => one.branchId === 'riverton.main');
    const copy: Copy | undefined = main?.copies.find((one: Copy) => one.state === 'available');
    if (copy) return { title, recordId, barcode: copy.barcode };
  }
  throw new Error('Riverton has no book on its shelf.');
};

const staffSignsIn = async (page: Page, { signIn }: Account = desk): Promise<void> => {
  if (signIn.by !== 'user-pool') throw new Error('staff sign in by the user pool');
  await page.getByRole('button', { name: 'Sign in as staff' }).click();
  await page.locator('#username').fill(signIn.username);
  await page.locator('#password').fill(signIn.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const patronSignsIn = async (page: Page): Promise<void> => {
  if (reader.signIn.by !== 'call') throw new Error('patrons sign in by card and PIN');
  await page.getByLabel('Card number').fill(String(reader.signIn.body.card));
  await page.getByLabel('PIN', { exact: true }).fill(String(reader.signIn.body.pin));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

describe('the deployed web app', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  const at = async (path: string): Promise<Page> => (await openPage(browser, `${endpoints.web}${path}`)).page;

  test('a visitor searches the union and opens a record with live copies', async () => {
    const { title, recordId } = await aBookOnTheShelf();
    const page = await at(`/search?q=${encodeURIComponent(title)}`);
    await page.locator(`a[href="/record/${recordId}"]`).first().click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByText('On the shelf').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('staff sign in at the user pool, lend by the input, the patron sees the loan, the input checks it in', async () => {
    const { title, barcode } = await aBookOnTheShelf();
    const card = reader.signIn.by === 'call' ? String(reader.signIn.body.card) : '';
    const page = await at('/sign-in?back=/desk');
    await staffSignsIn(page);
    await page.getByLabel('Scan a card or an item').waitFor();
    await page.getByLabel('Working at').selectOption('riverton.main');
    await page.getByLabel('Scan a card or an item').focus();
    await scan(page, card);
    await scan(page, barcode);
    await page
      .locator('.scan-outcome')
      .filter({ hasText: /^Lent until/ })
      .waitFor();
    const home = await at('/sign-in');
    await patronSignsIn(home);
    await home.locator('#loans').getByText(title).first().waitFor();
    expect(await violations(home)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Receipt' }).waitFor();
    await scan(page, barcode);
    await page
      .locator('.scan-outcome')
      .filter({ hasText: /^Taken back/ })
      .waitFor();
  });

  test('a cataloguer tries the mapping on a file, sends it from the browser, and sees each record accounted for', async () => {
    const books = ['Charts of a dry lake', 'The ferry that stayed'].map((title, n) => ({
      ...{ id: `browser-load-${n}`, title, items: [`$aNOWHERE$p9900${n}`] },
    }));
    const buffer = Buffer.concat([fileOf(books), Buffer.from('this is no record')]);
    const file = { name: 'from-the-browser.mrc', mimeType: 'application/marc', buffer };
    const page = await at('/sign-in?back=/item-mapping');
    await staffSignsIn(page, cataloguer);
    await page.getByLabel('File with records').setInputFiles(file);
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText('No copy would be made, 0 changed, 0 as before, 2 refused.').waitFor();
    await page.locator('#main').getByRole('link', { name: 'Loads' }).click();
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Send and load' }).click();
    await page.getByRole('heading', { name: 'What to do next' }).waitFor();
    const sums = page.getByRole('region', { name: 'Records' });
    const count = (name: string) => sums.getByRole('row', { name }).getByRole('cell').textContent();
    expect([await count('Accepted'), await count('Rejected'), await count('Read')]).toEqual(['2', '1', '3']);
    const rejects = page.getByRole('region', { name: 'What was not taken' });
    // The list appears after the sums, so the sums do not prove that it is there.
    const unplaced = rejects.getByText('Your library has no branch “NOWHERE”');
    await unplaced.nth(1).waitFor();
    expect(await unplaced.count()).toBe(2);
    await rejects.getByRole('link', { name: 'browser-load-1' }).click();
    expect(await page.getByLabel('Text of 245').inputValue()).toContain('The ferry that stayed');
  });
});
