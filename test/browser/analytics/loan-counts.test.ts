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
