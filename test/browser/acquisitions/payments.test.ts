import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(90_000);
const { at } = browserPages({ who: 'buyer' });

test('what is to be paid is saved as a file, and an approved invoice shows its voucher', async () => {
  const page = await at('/invoices', { width: 320 });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save what is to be paid (CSV)' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^payments-.*\.csv$/);
  await page.getByRole('link', { name: 'INV-903' }).click();
  await page.getByText(/^Vouchers: V\d{4}-00017 €50.60$/).waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});
