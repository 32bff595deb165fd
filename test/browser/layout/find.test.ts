import type { Page } from 'playwright-core';
import { answerTo, closePage, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

const { at, requestsTo, slowed } = browserPages({ who: 'staff' });
const boxOf = (page: Page) => page.getByRole('combobox', { name: 'Find anything' });

test('finding B2: Ctrl K finds a patron by name, whose name stays out of the address and the history', async () => {
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
  await eventually(() =>
    expect(requestsTo('patrons-search-patrons').at(-1)?.body).toMatchObject({
      text: 'amara oka',
      branchId: 'riverton.main',
    }),
  );
  await closePage(page);
});

test('the search finds pages and offers the search for titles, moved through by arrows; no text is sent in an address automatically', async () => {
  const page = await at('/late-list');
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.keyboard.press('Control+k');
  const titles = page.getByRole('group', { name: 'Titles' });
  for (const ofPatron of ['amy@example.org', '1987-03-14', '+1 555 010 1234', 'rossi maria']) {
    const searched = answerTo(page, '/v1/patrons/searches');
    await boxOf(page).fill(ofPatron);
    await searched;
    expect(await titles.count()).toBe(ofPatron === 'rossi maria' ? 1 : 0);
  }
  await boxOf(page).fill('pull');
  const pages = page.getByRole('group', { name: 'Pages' });
  await pages.getByRole('option', { name: /^Pull list/ }).waitFor();
  expect(addresses.filter((address) => /discovery\/search|example\.org|1987|555|rossi|pull/.test(address))).toEqual([]);
  await page.keyboard.press('ArrowUp');
  expect(await titles.getByRole('option').getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowUp');
  expect(await pages.getByRole('option').last().getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Pull list' }).waitFor();
  await boxOf(page).fill('persuasion');
  await page.keyboard.press('Enter');
  const line = titles.getByRole('option', { name: 'Search titles for “persuasion”', selected: true });
  const id = await line.getAttribute('id');
  expect(await boxOf(page).getAttribute('aria-activedescendant')).toBe(id);
  expect(addresses.filter((address) => address.includes('persuasion'))).toEqual([]);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=persuasion/);
  await closePage(page);
});

test('the search shows the first titles of the catalogue and the way to all; their words are in no address', async () => {
  const page = await at('/late-list');
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await boxOf(page).fill('emma');
  const titles = page.getByRole('group', { name: 'Titles' });
  await titles.getByRole('option', { name: 'Emma Austen, Jane · 2003' }).waitFor();
  await titles.getByRole('option', { name: 'Search titles for “emma”' }).waitFor();
  expect(addresses.filter((address) => address.includes('emma'))).toEqual([]);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/record\/rec_1$/);
  expect(requestsTo('discovery-find-titles').at(-1)?.body).toEqual({ text: 'emma' });
  await closePage(page);
});

test('Enter opens what the whole text finds, however fast it was typed', async () => {
  const page = await at('/late-list');
  await boxOf(page).fill('okafor');
  await page.getByRole('option', { name: /^Okafor, Amara/ }).waitFor();
  slowed(300);
  await boxOf(page).pressSequentially(', ngozi');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/patrons\/pat_0114$/);
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
