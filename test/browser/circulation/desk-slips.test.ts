import type { Page } from 'playwright-core';
import { closePage, scan } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(60_000);
const { at: openAt, requestsTo } = browserPages({ who: 'staff' });
let page: Page;
beforeEach(async () => {
  page = await openAt('/desk');
  await page.evaluate(() => {
    // Each print notes the papers that the printer would get.
    window.print = () => {
      const sheets = [...document.querySelectorAll('.paper:not(.paper-unprinted) strong')];
      document.body.dataset.printed = `${document.body.dataset.printed ?? ''}|${sheets.map((one) => one.textContent).join(',')}`;
    };
  });
  await page.getByLabel('Scan a card or an item').waitFor();
});
afterEach(() => closePage(page));

const [genji, held] = ['31101000000012', '31101000000018'];
const printed = () => page.locator('body').getAttribute('data-printed');

test('finding B4: the slip of the hold shelf says for whom as the branch chose, and until when', async () => {
  await scan(page, held);
  const slip = page.getByRole('region', { name: 'Slip' });
  await slip.waitFor();
  expect(await slip.textContent()).toContain('For card …0112On the shelf until');
});

test('finding B5: a second slip does not overwrite the first: F8 prints both, and an earlier one is printed again', async () => {
  await scan(page, genji);
  await scan(page, held);
  await page.getByRole('region', { name: '2 to print' }).waitFor();
  await page.keyboard.press('F8');
  expect(await printed()).toBe('|The tale of Genji,Nature');
  await page.getByText('Last slips and receipts (1)').click();
  await page.getByRole('button', { name: 'Print again: The tale of Genji' }).click();
  await page.waitForFunction(() => document.body.dataset.printed?.endsWith('|The tale of Genji'));
  await page.keyboard.press('Escape');
  await page.getByText('Last slips and receipts (2)').waitFor();
});

test('finding B5: a desk that prints slips at once prints each without a key', async () => {
  await page.getByText('Keys and settings').click();
  await page.getByLabel('Print slips at once, too').check();
  await page.getByLabel('Scan a card or an item').focus();
  await scan(page, genji);
  await page.waitForFunction(() => document.body.dataset.printed === '|The tale of Genji');
  await scan(page, held);
  await page.waitForFunction(() => document.body.dataset.printed === '|The tale of Genji|Nature');
});

test('finding B9: the counts of the open patron follow each scan', async () => {
  await scan(page, '21101000000099');
  const panel = page.getByRole('region', { name: 'Patron' });
  await panel.getByText('2 loans').waitFor();
  await scan(page, '31101000000011');
  await page.locator('.scan[data-state=ended]').nth(1).waitFor();
  await eventually(() => expect(requestsTo('circulation-show-patron').length).toBe(2));
});

test('a slip waits while another page is open, and F8 prints the receipt of a payment without it', async () => {
  await scan(page, genji);
  const slip = page.getByRole('region', { name: 'Slip' });
  await slip.waitFor();
  await scan(page, 'Okafor');
  await page.getByRole('heading', { name: 'Patrons', level: 1 }).waitFor();
  await page.goBack();
  await slip.getByText('The tale of Genji').waitFor();
  await scan(page, '21101000000016');
  await page.getByLabel('Amount for Fee (EUR)').press('Enter');
  await page.getByRole('region', { name: 'Receipt' }).waitFor();
  await page.evaluate(() => {
    window.print = () => {
      const shown = [...document.querySelectorAll('.papers')].filter((one) => getComputedStyle(one).display !== 'none');
      document.body.dataset.printed = shown.map((one) => one.textContent).join('|');
    };
  });
  await page.emulateMedia({ media: 'print' });
  await page.keyboard.press('F8');
  await page.emulateMedia({ media: 'screen' });
  expect(await printed()).toContain('riverton.main-000042');
  expect(await printed()).not.toContain('Genji');
});

test('waiting slips outlive a reload: the tab stores no patron, whose name is read again by the key of the scan', async () => {
  await scan(page, genji);
  await scan(page, held);
  await page.getByRole('region', { name: '2 to print' }).waitFor();
  const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(stored).toContain(held);
  expect(stored).not.toContain('0112');
  const [, first] = requestsTo('circulation-check-in');
  await page.reload();
  const slips = page.getByRole('region', { name: '2 to print' });
  await slips.waitFor();
  expect(await slips.textContent()).toContain('For card …0112');
  expect(await slips.textContent()).toContain('The tale of Genji');
  // Papers name the branch, never the person at the desk.
  expect(await slips.textContent()).not.toMatch(/Brandt/);
  const again = requestsTo('circulation-check-in').at(-1);
  expect(again?.body).toEqual(first?.body);
  expect(again?.key).toBe(first?.key);
});
