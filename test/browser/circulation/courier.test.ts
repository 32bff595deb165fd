import type { Page } from 'playwright-core';
import { closePage, scan } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(60_000);
const { at: openAt, requestsTo } = browserPages({ who: 'staff' });
let page: Page;
beforeEach(async () => {
  page = await openAt('/holds/courier');
});
afterEach(() => closePage(page));

const acts = () => requestsTo('circulation-move-tote').map(({ body }) => body);
const act = () => page.waitForResponse((answer) => answer.url().endsWith('/circulation/totes'));

test('a tote is packed by scans, refuses what does not go there, gets a label and is handed to the courier', async () => {
  await page.getByText('Lakeshore Main Library · route north · Mon, Wed · tote L-2').waitFor();
  await page.getByRole('button', { name: 'Pack' }).click();
  const box = page.getByRole('textbox', { name: 'Scan items into the tote' });
  await box.waitFor();
  const [packed] = await Promise.all([act(), scan(page, '31101000000015')]);
  expect(packed.status()).toBe(200);
  await scan(page, '31101000000014');
  await page.getByText('The item does not travel from here to where the tote goes.').waitFor();
  await page.getByRole('checkbox', { name: 'Scans take items out' }).check();
  await Promise.all([act(), scan(page, '31101000000012')]);
  await page.getByRole('button', { name: 'Hand to the courier' }).click();
  const label = page.getByRole('region', { name: 'Label' });
  await label.locator('svg.barcode-image').waitFor();
  expect(await label.textContent()).toContain('Lakeshore Main Library');
  expect(acts().map((one) => [one.act, one.item])).toEqual([
    ['pack', '31101000000015'],
    ['pack', '31101000000014'],
    ['take-out', '31101000000012'],
    ['send', undefined],
  ]);
});

test('a tote is opened by its label and received in one act; an item that was not in it is noted', async () => {
  await page.getByRole('textbox', { name: 'Scan a tote label' }).fill('tot_01kb0000000000000000000002');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Check in all 2 items' }).click();
  await page.getByText('2 of 2').waitFor();
  await page.getByRole('textbox', { name: 'Scan what arrived' }).fill('31101000000016');
  await page.keyboard.press('Enter');
  await page.locator('.scan[data-state=ended]').nth(2).waitFor();
  await Promise.all([act(), page.getByRole('button', { name: 'Close the tote' }).click()]);
  await eventually(() => expect(requestsTo('circulation-check-in')).toHaveLength(3));
  expect(acts()).toMatchObject([{ act: 'receive', branchId: 'riverton.main', unexpected: ['31101000000016'] }]);
  const [settled] = await Promise.all([act(), page.getByRole('button', { name: 'Settled: 31101000000021' }).click()]);
  expect(settled.status()).toBe(200);
});
