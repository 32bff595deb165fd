import type { Page } from 'playwright-core';
import { closePage, scan } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

const { at, requestsTo, slowed } = browserPages({ who: 'staff' });
const isReady = (page: Page) => page.waitForFunction(() => document.activeElement?.closest('.scan-box') !== null);

test('another card and items scanned at once on a record: the items are lent to the patron of that card, once each', async () => {
  const page = await at('/patrons/pat_0113');
  await page.getByRole('heading', { level: 1, name: 'Okafor, Chidi' }).waitFor();
  await isReady(page);
  slowed(150);
  await scan(page, '21101000000099');
  await scan(page, '31101000000011');
  // The scanner is in the middle of a barcode while the other record opens.
  await page.keyboard.type('3110100');
  await page.getByRole('heading', { level: 1, name: 'Lindholm, Amy' }).waitFor();
  await scan(page, '0000012');
  await page.locator('.scan[data-state=ended]').nth(1).waitFor();
  await eventually(() =>
    expect(requestsTo('circulation-check-out').map(({ body }) => [body.item, body.patron])).toEqual([
      ['31101000000011', 'pat_01kaw5v7n0000000000000009z'],
      ['31101000000012', 'pat_01kaw5v7n0000000000000009z'],
    ]),
  );
  slowed(0);
  // Going back repeats nothing.
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Okafor, Chidi' }).waitFor();
  await isReady(page);
  await scan(page, '31101000000013');
  await page.locator('.scan[data-state=ended]').first().waitFor();
  await eventually(() =>
    expect(
      requestsTo('circulation-check-out')
        .slice(2)
        .map(({ body }) => body.patron),
    ).toEqual(['pat_0113']),
  );
  await closePage(page);
});
