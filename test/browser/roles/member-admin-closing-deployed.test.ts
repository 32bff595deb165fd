import { scan } from '../../builders/browser-page.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, goTo } from '../../builders/deployed-browser.ts';
import { allOnShelf } from '../../builders/deployed-titles.ts';
import { deskFlow, freshName, outcome, registerAdult } from '../../builders/desk-flow.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const browser = deployedBrowser(endpoints);
const { atMain } = deskFlow(endpoints, browser, accountOf(endpoints, 'riverton', 'desk-supervisor'));

const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('an administrator closes a branch because of snow: the due date of a loan moves, and moves back', async () => {
  const [book] = await allOnShelf(endpoints, 'riverton', { branchId: 'riverton.main' });
  const barcode = book?.barcode ?? '';
  const desk = await atMain('Patrons', 'Register');
  await registerAdult(desk, freshName('Larkin'));
  await scan(desk, barcode);
  await outcome(desk, /^Lent until/).waitFor();
  const page = await browser.as(accountOf(endpoints, 'riverton', 'member-admin'), '/today');
  await goTo(page, 'Administration', 'Branches and hours');
  await page.getByLabel('Branch', { exact: true }).selectOption('riverton.main');
  await page.getByText('Close for some days (snow, a fault)').click();
  const part = page.locator('details').filter({ hasText: 'Close for some days' });
  // The days in which a loan of today falls due, for any usual loan period.
  await part.getByLabel(/^Closed from/).fill(dayAhead(12));
  await part.getByLabel('To (empty: one day)').fill(dayAhead(32));
  await part.getByRole('textbox', { name: /Reason \(public\)/ }).fill('Closed because of snow');
  await part.getByRole('button', { name: 'Preview' }).click();
  const moves = page.getByRole('region', { name: 'Dates that move' });
  await moves.getByRole('row').filter({ hasText: 'Due dates of loans' }).first().waitFor();
  await page.getByRole('button', { name: 'Close the branch' }).click();
  await page.getByText(/dates? were moved/).waitFor();
  const dates = page.getByRole('region', { name: 'Each date' });
  await dates.getByRole('row').filter({ hasText: barcode }).getByText('moved').waitFor();
  await page.getByRole('button', { name: 'Take it back' }).first().click();
  await page.getByText(/dates are as before/).waitFor();
  await goTo(desk, 'Desk', 'Check out and in');
  await desk.getByLabel('Scan a card or an item').focus();
  await scan(desk, barcode);
  await outcome(desk, /^Taken back/).waitFor();
});
