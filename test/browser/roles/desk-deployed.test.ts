import { scan } from '../../builders/browser-page.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { cardOf, deployedBrowser, goTo, shows } from '../../builders/deployed-browser.ts';
import { allOnShelf, onShelf } from '../../builders/deployed-titles.ts';
import { deskFlow, freshName, outcome, registerAdult } from '../../builders/desk-flow.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const browser = deployedBrowser(endpoints);
const { atMain } = deskFlow(endpoints, browser, accountOf(endpoints, 'riverton', 'desk-supervisor'));
const reader = accountOf(endpoints, 'riverton', 'patron');

test('three items are lent by four scans, the receipt lists them, and they are checked in by three scans', async () => {
  const books = (await allOnShelf(endpoints, 'riverton', { branchId: 'riverton.main' })).slice(0, 3);
  const page = await atMain('Desk', 'Check out and in');
  await page.getByLabel('Scan a card or an item').focus();
  for (const number of [cardOf(reader), ...books.map(({ barcode }) => barcode)]) await scan(page, number);
  await outcome(page, /^Lent until/)
    .nth(2)
    .waitFor();
  await page.keyboard.press('Enter');
  const receipt = page.getByRole('region', { name: 'Receipt' });
  await receipt.waitFor();
  const printed = await receipt.textContent();
  for (const { barcode } of books) expect(printed).toContain(barcode);
  for (const { barcode } of books) await scan(page, barcode);
  await outcome(page, /^Taken back/)
    .nth(2)
    .waitFor();
});

test('a new patron is registered, borrows the first item at once, and is found by name', async () => {
  const [book] = await allOnShelf(endpoints, 'riverton', { branchId: 'riverton.main' });
  const family = freshName('Vandersloot');
  const page = await atMain('Patrons', 'Register');
  await registerAdult(page, family);
  await scan(page, book?.barcode ?? '');
  await page
    .getByText(/Lent until/)
    .first()
    .waitFor();
  await goTo(page, 'Patrons', 'Find patrons');
  await page.getByLabel('Find a patron').fill(family);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: `${family}, Imogen` }).waitFor();
  // The copy returns, so that the flow leaves the shelf as it was.
  await goTo(page, 'Desk', 'Check out and in');
  await page.getByLabel('Scan a card or an item').focus();
  await scan(page, book?.barcode ?? '');
  await outcome(page, /^Taken back/).waitFor();
});

test('what a patron requests is fetched from the pull list by scan, and its slip says where it goes', async () => {
  const { recordId } = await onShelf(endpoints, 'riverton', { branchId: 'riverton.main', isOnly: true });
  const home = await browser.as(reader, `/record/${recordId}`);
  await home.getByRole('button', { name: 'Request this' }).click();
  await home.getByLabel('Collect at').selectOption('riverton.eastside');
  await home.getByRole('button', { name: 'Confirm' }).click();
  await home.getByRole('alert').filter({ hasText: 'is on hold for you' }).waitFor();
  const page = await atMain('Holds and moving', 'Pull list');
  const barcodes = page.getByRole('table').getByText(/^3\d{13}$/);
  await shows(page, barcodes);
  const barcode = (await barcodes.first().textContent()) ?? '';
  await page.getByRole('textbox', { name: 'Fetch by scan' }).fill(barcode);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Slip' }).waitFor();
  await page.getByRole('table').getByText(barcode).waitFor({ state: 'detached' });
});

test('the hold shelf lists for whom each copy waits, and the shelf to clear says what comes next', async () => {
  const page = await atMain('Holds and moving', 'Hold shelf');
  await page.getByRole('heading', { level: 1, name: 'Hold shelf' }).waitFor();
  await page.getByRole('table').getByRole('rowheader').first().waitFor();
  await goTo(page, 'Holds and moving', 'Shelf to clear');
  await page.getByRole('heading', { level: 1, name: 'Shelf to clear' }).waitFor();
  await page.getByRole('textbox', { name: 'Clear by scan' }).waitFor();
});

test('the till is opened with change, once a day', async () => {
  const page = await atMain('Desk', 'Till');
  await page.getByLabel(/^Change laid in/).fill('50.00');
  await page.getByRole('button', { name: 'Open today’s till' }).click();
  const opened = page.getByRole('status').filter({ hasText: '$50.00' });
  await opened.or(page.getByText('The till of today is open already')).first().waitFor();
});

test('the test bench of the loan rules answers for a real card and a real barcode', async () => {
  const [book] = await allOnShelf(endpoints, 'riverton', { branchId: 'riverton.main' });
  const page = await atMain('Policies', 'Loan rules');
  const bench = page.getByRole('region', { name: 'Test bench' });
  await bench.getByLabel(/Card/).fill(cardOf(reader));
  await bench.getByLabel(/Barcode of the item/).fill(book?.barcode ?? '');
  await bench.getByRole('button', { name: 'Ask the rules' }).click();
  await bench
    .getByText(/^Would be (lent|refused)/)
    .first()
    .waitFor();
});
