import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

const { at, requestsTo } = browserPages({});

test('one click signs a person of the demo in, and the band at the top leads to the others', async () => {
  const page = await at('/welcome', { width: 390 });
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await page.getByRole('button', { name: /Amina Diallo/ }).click();
  await page.waitForURL(/\/desk$/);
  await page.getByRole('link', { name: 'Tour and people' }).click();
  await page.getByRole('button', { name: /Amara Okafor/ }).click();
  await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
  await closePage(page);
});

test('the tour opens each page as the person it is about, scans what is refused, and can be left', async () => {
  const page = await at('/welcome');
  await page.getByRole('button', { name: 'Show me in five minutes' }).click();
  const strip = page.getByRole('complementary', { name: 'Tour in ten pages' });
  await strip.getByText('1 of 10: A reader asks').waitFor();
  expect(new URL(page.url()).search).toBe('?q=moby-dick');
  await strip.getByRole('button', { name: 'Next' }).click();
  await strip.getByText('2 of 10: The desk says no, and why').waitFor();
  await page
    .getByRole('row', { name: /31234500000001/ })
    .or(page.getByText('31234500000001'))
    .first()
    .waitFor();
  await eventually(() => expect(requestsTo('circulation-check-out')).toHaveLength(1));
  expect(await violations(page)).toEqual([]);
  await strip.getByRole('button', { name: 'Back' }).click();
  await strip.getByText('1 of 10').waitFor();
  await strip.getByRole('button', { name: 'Leave the tour' }).click();
  await page.getByRole('heading', { level: 1, name: /Eleven people/ }).waitFor();
  expect(await strip.count()).toBe(0);
  await closePage(page);
});
