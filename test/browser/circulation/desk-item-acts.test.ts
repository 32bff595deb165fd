import type { Page } from 'playwright-core';
import { closePage, scan, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(60_000);
const { at: openAt, requestsTo } = browserPages({ who: 'staff' });
let page: Page;
beforeEach(async () => {
  page = await openAt('/desk');
  await page.getByLabel('Scan a card or an item').waitFor();
});
afterEach(() => closePage(page));

const item = '31101000000011';
const sent = (id: string) => requestsTo(id).map(({ body }) => body);

test('returns out of the book drop are dated back, until the desk says now again', async () => {
  await page.getByLabel('Book drop: date the returns back').check();
  await scan(page, item);
  await page.locator('.scan[data-state=ended]').waitFor();
  await page.getByLabel('Book drop: date the returns back').uncheck();
  await scan(page, item);
  await page.locator('.scan[data-state=ended]').nth(1).waitFor();
  const [dated, now] = sent('circulation-check-in');
  const [returned, zone] = [new Date(String(dated?.returnedAt)), { timeZone: 'America/New_York' }];
  expect(returned.toLocaleTimeString('en-GB', zone)).toBe('23:59:00');
  const yesterday = new Date(Date.now() - 86_400_000).toLocaleDateString('sv', zone);
  expect(returned.toLocaleDateString('sv', zone)).toBe(yesterday);
  expect(now).not.toHaveProperty('returnedAt');
});

test('an item is taken back damaged with a charge, another is sent to a branch with a slip, a use is counted', async () => {
  await page.getByRole('button', { name: 'More actions' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Barcode of the item' }).fill(item);
  await dialog.getByRole('textbox', { name: 'Charge in EUR' }).fill('8');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Take back damaged' }).click();
  await dialog.getByText(/is set aside as damaged; .* is charged/).waitFor();
  expect(sent('circulation-check-in-damaged')).toEqual([{ branchId: 'riverton.main', item, amount: 800 }]);
  await dialog.getByRole('combobox', { name: 'Action' }).selectOption('Count in-house use');
  await dialog.getByRole('textbox', { name: 'Barcode of the item' }).fill(item);
  await dialog.getByRole('button', { name: 'Count in-house use' }).click();
  await dialog.getByText(/12 times in all/).waitFor();
  // A scanner does not wait for the answers.
  const quick = ['31101000000021', '31101000000022', '31101000000023'];
  await dialog.getByRole('textbox', { name: 'Barcode of the item' }).focus();
  for (const barcode of quick) await scan(page, barcode);
  for (const barcode of quick) await dialog.getByText(`${barcode} was used in the library`).waitFor();
  expect(sent('circulation-use-in-house').map((body) => body.item)).toEqual([item, ...quick]);
  await dialog.getByRole('combobox', { name: 'Action' }).selectOption('Send to a branch');
  await dialog.getByRole('textbox', { name: 'Barcode of the item' }).fill(item);
  await dialog.getByRole('combobox', { name: 'To' }).selectOption('Lakeshore Main Library');
  await dialog.getByRole('button', { name: 'Send to a branch' }).click();
  await dialog.getByText(/is in transit/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Slip' }).getByText('Lakeshore Main Library', { exact: true }).waitFor();
});

test('“Why?” on a due date shows the rule behind it, and on a refusal the reasons', async () => {
  await scan(page, '21101000000016');
  await scan(page, item);
  await page.getByRole('button', { name: 'Why?' }).click();
  await page.getByRole('dialog', { name: 'Why: checkout' }).getByText('riverton-dvd').waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel('Scan a card or an item').focus();
  await scan(page, '31101000000019');
  await page.locator('.scan-refused').getByRole('button', { name: 'Why?' }).click();
  await page.getByRole('dialog').getByText('15 on loan, at most 15 allowed.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel('Scan a card or an item').press('Enter');
  await page.getByText('No patron open').waitFor();
  await scan(page, '31101000000086');
  const refused = page.locator('.scan-refused').filter({ hasText: '31101000000086' });
  await refused.getByRole('button', { name: 'Why?' }).click();
  const dialog = page.getByRole('dialog', { name: 'Why: check-in' });
  await dialog.getByRole('row', { name: /10 Consortium version 1/ }).waitFor();
  await page.keyboard.press('Escape');
});

test('a supervisor sets the due date of the next items with a reason, for the open patron only', async () => {
  await scan(page, '21101000000016');
  await page.getByLabel('Special due date').check();
  await page.getByLabel('Due on').fill('2099-01-31');
  await page.getByRole('textbox', { name: 'Reason (stored)' }).fill('Exhibition');
  await page.keyboard.press('Enter');
  await scan(page, item);
  await page.locator('.scan[data-state=ended]').nth(1).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('No patron open').waitFor();
  await scan(page, '21101000000016');
  await scan(page, item);
  await page.locator('.scan[data-state=ended]').nth(3).waitFor();
  const [special, usual] = sent('circulation-check-out');
  expect(special?.override).toEqual({ comment: 'Exhibition', due: expect.stringMatching(/^2099-/) });
  expect(usual).not.toHaveProperty('override');
});
