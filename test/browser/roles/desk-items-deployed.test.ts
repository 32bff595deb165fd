import { scan } from '../../builders/browser-page.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, goTo } from '../../builders/deployed-browser.ts';
import { onShelf } from '../../builders/deployed-titles.ts';
import { deskFlow, freshName, outcome, registerAdult } from '../../builders/desk-flow.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const browser = deployedBrowser(endpoints);
const { atMain, aBook } = deskFlow(endpoints, browser, accountOf(endpoints, 'riverton', 'desk-supervisor'));

test('a book comes back damaged with a charge, and the patron pays it at the desk', async () => {
  const barcode = await aBook();
  const page = await atMain('Patrons', 'Register');
  const { card } = await registerAdult(page, freshName('Gallagher'));
  await scan(page, barcode);
  await page
    .getByText(/Lent until/)
    .first()
    .waitFor();
  await goTo(page, 'Desk', 'Check out and in');
  await page.getByRole('button', { name: 'More actions' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Barcode of the item' }).fill(barcode);
  await dialog.getByRole('textbox', { name: /^Charge in/ }).fill('8');
  await dialog.getByRole('button', { name: 'Take back damaged' }).click();
  await dialog.getByText(/is set aside as damaged; .* is charged/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel('Scan a card or an item').focus();
  await scan(page, card);
  await page.getByText('Owes $8.00').first().waitFor();
  await page
    .getByLabel(/^Amount for/)
    .first()
    .fill('8');
  await page
    .getByLabel(/^Amount for/)
    .first()
    .press('Enter');
  await page.getByText(/^\$8\.00 received\. Receipt/).waitFor();
});

test('returns from the book drop are dated back, and an in-house use is counted', async () => {
  const barcode = await aBook();
  const page = await atMain('Patrons', 'Register');
  await registerAdult(page, freshName('Hathersage'));
  await scan(page, barcode);
  await page
    .getByText(/Lent until/)
    .first()
    .waitFor();
  await goTo(page, 'Desk', 'Check out and in');
  await page.getByLabel('Book drop: date the returns back').check();
  await page.getByLabel('Scan a card or an item').focus();
  await scan(page, barcode);
  await outcome(page, /^Taken back/).waitFor();
  await page.getByLabel('Book drop: date the returns back').uncheck();
  await page.getByRole('button', { name: 'More actions' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Action' }).selectOption('Count in-house use');
  await dialog.getByRole('textbox', { name: 'Barcode of the item' }).fill(barcode);
  await dialog.getByRole('button', { name: 'Count in-house use' }).click();
  await dialog.getByText(/was used in the library/).waitFor();
});

test('a loan that a patron says was returned is noted, and the copy that is found is taken back', async () => {
  const barcode = await aBook();
  const page = await atMain('Patrons', 'Register');
  const { card } = await registerAdult(page, freshName('Ingleby'));
  await scan(page, barcode);
  await page
    .getByText(/Lent until/)
    .first()
    .waitFor();
  await goTo(page, 'Desk', 'Check out and in');
  await page.getByLabel('Scan a card or an item').focus();
  await scan(page, card);
  await page.getByText('Loans (1)').click();
  await page.getByRole('button', { name: /: says returned$/ }).click();
  await page.getByRole('button', { name: 'Yes, note it' }).click();
  await page.getByText('Noted. It is being looked for.').waitFor();
  await page.keyboard.press('F3');
  await page.getByLabel('Scan a card or an item').focus();
  await scan(page, barcode);
  await outcome(page, /^Taken back/).waitFor();
});

test('staff place a hold for a patron on the record page, and cancel it in the queue with undo', async () => {
  const { recordId } = await onShelf(endpoints, 'riverton', { branchId: 'riverton.main' });
  const page = await atMain('Patrons', 'Register');
  const { card } = await registerAdult(page, freshName('Jessop'));
  await page.goto(`${endpoints.web}/record/${recordId}`);
  await page.getByRole('button', { name: 'Place hold' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Card of the patron' }).fill(card);
  await dialog.getByRole('button', { name: 'Why?' }).click();
  await dialog.getByText('Allowed').waitFor();
  await dialog.getByRole('button', { name: 'Place the hold' }).click();
  await page.getByText('The hold is placed.').waitFor();
  await page.goto(`${endpoints.web}/holds/queue/${recordId}`);
  await page
    .getByRole('button', { name: /^Cancel hold:/ })
    .last()
    .click();
  await page.getByRole('button', { name: /Undo/ }).click();
  await page.getByText('The hold waits again.').waitFor();
  await page.getByRole('button', { name: /Undo/ }).waitFor({ state: 'detached' });
  await page
    .getByRole('button', { name: /^Cancel hold:/ })
    .last()
    .click();
  await page.getByRole('button', { name: /Undo/ }).waitFor();
});

test('a shelf check says what does not belong on the shelf', async () => {
  const barcode = await aBook();
  const page = await atMain('Catalogue', 'Shelf check');
  const box = page.getByLabel('Scan an item');
  for (const one of [barcode, '99']) {
    await box.fill(one);
    await box.press('Enter');
  }
  await page.getByText('2 copies scanned, 1 to look at').waitFor();
  await page.getByText('No item of the consortium: catalogue it, or relabel it.').waitFor();
});

test('the day of the branch leads to its overdue loans and to the courier', async () => {
  const page = await atMain('Desk', 'Opening and closing');
  await page.getByRole('region', { name: 'Opening the day' }).getByRole('listitem').first().waitFor();
  await goTo(page, 'Desk', 'Overdue and lost');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('button', { name: 'The whole library' }).click();
  await page
    .getByText(/^Nothing is overdue/)
    .or(page.getByRole('table').getByRole('rowheader').first())
    .first()
    .waitFor();
  await goTo(page, 'Holds and moving', 'Courier');
  await page.getByRole('heading', { level: 1, name: 'Courier' }).waitFor();
});
