import { closePage, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

const { at, requestsTo } = browserPages({ who: 'staff' });

test('finding W2: Ctrl K finds a patron by name, whose name stays out of the address and the history', async () => {
  const page = await at('/late-list');
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Find anything' });
  await box.pressSequentially('amara oka');
  const patrons = page.getByRole('group', { name: 'Patrons' });
  await patrons.getByRole('option', { name: /^Okafor, Amara/ }).waitFor();
  expect(await patrons.getByRole('option').first().getAttribute('aria-selected')).toBe('true');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/patrons\/pat_/);
  expect(page.url()).not.toMatch(/amara|okafor/i);
  expect(await page.title()).not.toMatch(/amara|okafor/i);
  expect(requestsTo('patrons-search-patrons').at(-1)?.body).toMatchObject({
    text: 'amara oka',
    branchId: 'riverton.main',
  });
  await closePage(page);
});

test('the search finds titles and pages, moved through by arrows', async () => {
  const page = await at('/late-list');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('pull');
  const pages = page.getByRole('group', { name: 'Pages' });
  await pages.getByRole('option', { name: /^Pull list/ }).waitFor();
  await page.getByRole('group', { name: 'Titles' }).getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowUp');
  expect(await pages.getByRole('option').last().getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Pull list' }).waitFor();
  await closePage(page);
});

test('a scanned barcode goes straight to the item', async () => {
  const page = await at('/late-list');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('31234000123459');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/copy\?barcode=31234000123459/);
  await page.getByRole('heading', { level: 1, name: /item|copy/i }).waitFor();
  await closePage(page);
});
