import { scan } from '../../builders/browser-page.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser } from '../../builders/deployed-browser.ts';
import { outcome } from '../../builders/desk-flow.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);

test('staff enter the Practice Library, lend and take back an item there, and leave it', async () => {
  const page = await as(accountOf(endpoints, 'lakeshore', 'desk-supervisor'), '/today');
  await page.locator('.person-menu summary').click();
  await page.getByRole('link', { name: 'Practice Library' }).click();
  await page.getByRole('combobox', { name: 'Role to try' }).selectOption('Desk supervisor');
  await page.getByRole('button', { name: 'Enter the Practice Library' }).click();
  const banner = page.getByRole('complementary', { name: 'Practice Library' });
  await banner.getByText('Everything here is deleted each night.').waitFor();
  await page.keyboard.press('F2');
  await page.getByLabel('Scan a card or an item').focus();
  for (const number of ['P0008', 'B1001']) await scan(page, number);
  await outcome(page, /^Lent until/).waitFor();
  await page.keyboard.press('F3');
  await scan(page, 'B1001');
  await outcome(page, /^Taken back/).waitFor();
  await banner.getByRole('button', { name: 'Leave' }).click();
  await banner.waitFor({ state: 'detached' });
});
