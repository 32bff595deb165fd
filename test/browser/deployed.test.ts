import { scan, violations } from '../builders/browser-page.ts';
import { accountOf, deployed } from '../builders/deployed.ts';
import { cardOf, deployedBrowser } from '../builders/deployed-browser.ts';
import { onShelf } from '../builders/deployed-titles.ts';
import { fileOf } from '../builders/loads.ts';

jest.setTimeout(120_000);
const endpoints = deployed();
const { at, as } = deployedBrowser(endpoints);
const desk = accountOf(endpoints, 'riverton', 'desk-supervisor');
const cataloguer = accountOf(endpoints, 'riverton', 'cataloguer');
const reader = accountOf(endpoints, 'riverton', 'patron');
const aBookOnTheShelf = () => onShelf(endpoints, 'riverton', { branchId: 'riverton.main' });

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
  const page = await as(desk, '/desk');
  await page.getByLabel('Scan a card or an item').waitFor();
  await page.getByLabel('Working at').selectOption('riverton.main');
  await page.getByLabel('Scan a card or an item').focus();
  await scan(page, cardOf(reader));
  await scan(page, barcode);
  await page
    .locator('.scan-outcome')
    .filter({ hasText: /^Lent until/ })
    .waitFor();
  const home = await as(reader, '/account');
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
  const page = await as(cataloguer, '/item-mapping');
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
