import { scan } from '../../builders/browser-page.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, goTo, shows } from '../../builders/deployed-browser.ts';
import { allOnShelf } from '../../builders/deployed-titles.ts';
import { deskFlow, freshName, outcome, registerAdult } from '../../builders/desk-flow.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const browser = deployedBrowser(endpoints);
const { atMain } = deskFlow(endpoints, browser, accountOf(endpoints, 'riverton', 'desk-supervisor'));

test('without a network the desk stores scans, enters them in order when it is back, and lists the conflict', async () => {
  const [free, lent] = await allOnShelf(endpoints, 'riverton', { branchId: 'riverton.main' });
  const barcodes = [free?.barcode ?? '', lent?.barcode ?? ''] as const;
  const page = await atMain('Patrons', 'Register');
  await registerAdult(page, freshName('Ashdown'));
  await scan(page, barcodes[1]);
  await outcome(page, /^Lent until/).waitFor();
  await goTo(page, 'Patrons', 'Register');
  const { card } = await registerAdult(page, freshName('Birdsall'));
  await goTo(page, 'Desk', 'Check out and in');
  await page.getByLabel('Scan a card or an item').focus();
  await page.context().setOffline(true);
  await scan(page, card);
  await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
  for (const barcode of barcodes) await scan(page, barcode);
  await page.getByText(`card ${card}`).nth(1).waitFor();
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'Scanned offline: look at these' }).waitFor();
  await page.getByText('It is lent to somebody else: check it in first.').waitFor();
  await page.getByRole('button', { name: 'Check it in, then lend it' }).click();
  await page.getByRole('button', { name: 'Check it in, then lend it' }).waitFor({ state: 'detached' });
  await page.keyboard.press('F3');
  for (const barcode of barcodes) await scan(page, barcode);
  await outcome(page, /^Taken back/)
    .nth(1)
    .waitFor();
});

test('a tote is packed by scan, handed to the courier, and received at the other branch by its label', async () => {
  const [book] = await allOnShelf(endpoints, 'riverton', { branchId: 'riverton.eastside' });
  const barcode = book?.barcode ?? '';
  const page = await atMain('Desk', 'Check out and in');
  await page.getByLabel('Scan a card or an item').focus();
  await scan(page, barcode);
  await outcome(page, /Send it home to/).waitFor();
  await goTo(page, 'Holds and moving', 'Courier');
  await page.getByRole('button', { name: /^New tote to .*Eastside/ }).click();
  const box = page.getByRole('textbox', { name: 'Scan items into the tote' });
  await box.fill(barcode);
  await box.press('Enter');
  await page.getByRole('button', { name: `Take out: ${barcode}` }).waitFor();
  await page.getByRole('button', { name: 'Hand to the courier' }).click();
  const label = (await page.getByRole('region', { name: 'Label' }).locator('p.barcode').textContent()) ?? '';
  await page.getByLabel('Working at').selectOption('riverton.eastside');
  await goTo(page, 'Holds and moving', 'Courier');
  const labelBox = page.getByRole('textbox', { name: 'Scan a tote label' });
  await shows(page, labelBox);
  await labelBox.fill(label);
  await labelBox.press('Enter');
  await page.getByRole('button', { name: 'Check in 1 item' }).click();
  await page.getByText('1 of 1').waitFor();
  await page.getByRole('button', { name: 'Close the tote', exact: true }).click();
  await page.getByRole('button', { name: 'Close the tote', exact: true }).waitFor({ state: 'detached' });
});
