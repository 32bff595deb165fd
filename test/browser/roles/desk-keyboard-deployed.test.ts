import { noteKeys } from '../../../local/levels/flow-counts.ts';
import { scan } from '../../builders/browser-page.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, goTo } from '../../builders/deployed-browser.ts';
import { allOnShelf } from '../../builders/deployed-titles.ts';
import { deskFlow, freshName, outcome, registerAdult } from '../../builders/desk-flow.ts';
import { keyboardOn } from '../../builders/keyboard.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const browser = deployedBrowser(endpoints);
const { atMain } = deskFlow(endpoints, browser, accountOf(endpoints, 'riverton', 'desk-supervisor'));

test('by keyboard: three items are lent with a receipt, and ten come back, one for a hold and one for another branch', async () => {
  const books = await allOnShelf(endpoints, 'riverton', { branchId: 'riverton.main', isOnly: true, atLeast: 9 });
  const barcodes = books.slice(0, 9).map(({ barcode }) => barcode);
  const [away] = await allOnShelf(endpoints, 'riverton', { branchId: 'riverton.eastside' });
  const page = await atMain('Patrons', 'Register');
  const { card } = await registerAdult(page, freshName('Mallory'));
  await goTo(page, 'Desk', 'Check out and in');
  await page.getByLabel('Scan a card or an item').focus();
  const lending = keyboardOn(page);
  await lending.scan(card);
  for (const barcode of barcodes.slice(0, 3)) await lending.scan(barcode);
  await outcome(page, /^Lent until/)
    .nth(2)
    .waitFor();
  await lending.press('Enter');
  await page.getByRole('region', { name: 'Receipt' }).waitFor();
  noteKeys('check-out', lending.count);
  await page.keyboard.press('Escape');
  for (const number of [card, ...barcodes.slice(3)]) await scan(page, number);
  await outcome(page, /^Lent until/)
    .nth(5)
    .waitFor();
  await page.keyboard.press('Enter');
  // Somebody else waits for the first of them.
  await goTo(page, 'Patrons', 'Register');
  const { card: waiting } = await registerAdult(page, freshName('Norwood'));
  await page.goto(`${endpoints.web}/record/${books[0]?.recordId}`);
  await page.getByRole('button', { name: 'Place hold' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Card of the patron' }).fill(waiting);
  await dialog.getByRole('button', { name: 'Place the hold' }).click();
  await dialog
    .getByRole('button', { name: 'Queue for the copies on loan' })
    .click({ timeout: 5000 })
    .catch(() => undefined);
  await dialog.waitFor({ state: 'detached' });
  await goTo(page, 'Desk', 'Check out and in');
  await page.getByLabel('Scan a card or an item').focus();
  const returning = keyboardOn(page);
  for (const barcode of [...barcodes, away?.barcode ?? '']) await returning.scan(barcode);
  await page.locator('.scan[data-state=ended]').nth(9).waitFor();
  noteKeys('check-in', returning.count);
});
