import { readFileSync } from 'node:fs';
import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

const { at, requestsTo } = browserPages({ who: 'admin' });

test('loans are counted from the archive by library and month, and downloaded; the months and the library are chosen', async () => {
  const page = await at('/loan-counts?from=2026-01&to=2026-03');
  await page.getByRole('row', { name: /2026-03 Riverton.* 1,210 1,730 402/ }).waitFor();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^concord-loan-counts-2026-01-2026-03.*\.csv$/);
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/2026-03.*1,?210.*1,?730.*402/);
  await page.getByLabel('Library').selectOption({ label: 'Riverton Public Library' });
  await page.waitForURL(/member=riverton/);
  await page.getByRole('row', { name: /2026-03/ }).waitFor();
  await eventually(() => expect(requestsTo('analytics-count-loans')).toHaveLength(2));
  await closePage(page);
});

test('the value report counts what a library borrowed, lent and re-used, and prices it by assumptions that can be changed', async () => {
  const page = await at('/value?from=2026-01&to=2026-03&member=riverton');
  // 945 loans by 12.00 less 3.00, and 840 records by 15 minutes of 25.00 an hour.
  await page.getByRole('row', { name: /Borrowed from other members 945 .*8,505\.00/ }).waitFor();
  await page.getByRole('row', { name: /Records described by others 840 .*5,250\.00/ }).waitFor();
  await page.getByRole('row', { name: /Lent to patrons of other members 705/ }).waitFor();
  await page.getByText(/13,755\.00 \(from/).waitFor();
  const price = page.getByLabel('Price of a loan elsewhere, middle');
  await price.fill('twelve');
  await page.getByText('Enter a number such as').waitFor();
  await price.fill('13.00');
  await page.getByRole('button', { name: 'Calculate' }).click();
  await page.getByRole('row', { name: /Borrowed from other members 945 .*9,450\.00/ }).waitFor();
  expect(page.url()).toContain('middle=');
  // For a board: as on paper, with the assumptions as text and without what is operated on screen.
  await page.getByRole('button', { name: 'Save as PDF or print' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.getByText('8.00 (an example, none was entered)').waitFor();
  for (const name of ['Calculate', 'Save as PDF or print'])
    expect(await page.getByRole('button', { name }).isVisible()).toBe(false);
  const pdf = await page.pdf({ tagged: true, preferCSSPageSize: true });
  expect([pdf.subarray(0, 5).toString(), pdf.includes('/StructTreeRoot')]).toEqual(['%PDF-', true]);
  await closePage(page);
});
