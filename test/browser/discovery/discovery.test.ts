import type { Page } from 'playwright-core';
import { violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(60_000);
const pages = browserPages({});
const at = (path: string): Promise<Page> => pages.at(path, {});

/** The list of suggestions; a page has other options too, those of its selects. */
const suggested = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });

test('typed text is answered by headings, which arrow keys choose and Enter searches', async () => {
  const page = await at('/search?q=emma');
  const searchBox = page.getByRole('combobox', { name: 'Words to search for' });
  await searchBox.fill('jane aus');
  await suggested(page)
    .getByRole('option', { name: /^Austen, Jane/ })
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await searchBox.press('ArrowDown');
  expect(await searchBox.getAttribute('aria-activedescendant')).toBe(
    await suggested(page).getByRole('option', { selected: true }).getAttribute('id'),
  );
  await searchBox.press('Enter');
  await page.waitForURL(
    ({ searchParams }) => searchParams.get('q') === 'Austen, Jane, 1775-1817' && searchParams.get('scope') === 'author',
  );
  expect(await suggested(page).getByRole('option').count()).toBe(0);
});

test('suggestions close on Escape, and Enter without a choice searches the typed terms', async () => {
  const page = await at('/search?q=emma');
  const searchBox = page.getByRole('combobox', { name: 'Words to search for' });
  await searchBox.fill('jane a');
  await suggested(page).getByRole('option').first().waitFor();
  await searchBox.press('Escape');
  expect(await suggested(page).getByRole('option').count()).toBe(0);
  await searchBox.press('Enter');
  await page.waitForURL(({ searchParams }) => searchParams.get('q') === 'jane a');
});

test('a list opens at the typed terms, its references link on, a heading opens its records or its single record', async () => {
  const page = await at('/browse');
  await page.getByLabel('List', { exact: true }).selectOption({ label: 'Authors' });
  await page.getByLabel('Open at').fill('austen');
  await page.getByRole('button', { name: 'Open the list' }).click();
  await page.waitForURL(({ searchParams }) => searchParams.get('from') === 'austen');
  const rows = page.locator('.headings > li');
  expect(await rows.nth(1).textContent()).toBe('“austen” belongs here');
  await page.getByRole('link', { name: 'Austen-Leigh, James' }).click();
  await page.getByRole('link', { name: 'Emma' }).first().waitFor();
  await page.getByRole('link', { name: 'Later in the list' }).click();
  await page.waitForURL(({ searchParams }) => searchParams.get('at') !== null && searchParams.get('heading') === null);
  expect(await page.locator('.heading', { hasText: 'See' }).getByRole('link').textContent()).toBe(
    'Austen, Jane, 1775-1817',
  );
  await page.locator('.heading', { hasText: 'Emma' }).getByRole('link').first().click();
  await page.waitForURL(/\/record\/rec_1$/);
});

test('a facet with many values has an input: a matching value among the hits is chosen, and appears among the filters', async () => {
  const page = await at('/search?q=emma');
  await page.getByRole('searchbox', { name: 'Find in Subject' }).fill('engl');
  await page.getByRole('checkbox', { name: /^English fiction/ }).check();
  await page.waitForURL(({ searchParams }) => searchParams.get('subject') !== null);
  // While new hits load, the old ones are dimmed.
  await page.locator('#results[aria-busy="false"]').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: /^Remove filter: english fiction/i }).click();
  await page.waitForURL(({ searchParams }) => searchParams.get('subject') === null);
});

test('codes are searched by their displayed names, among all that the search has', async () => {
  const page = await at('/search?q=emma');
  const languages = page.getByRole('group', { name: 'Language' });
  expect(await languages.getByRole('checkbox').count()).toBe(4);
  await page.getByRole('searchbox', { name: 'Find in Language' }).fill('wel');
  await languages.getByRole('checkbox', { name: /^Welsh/ }).check();
  await page.waitForURL(({ searchParams }) => searchParams.get('language') === 'wel');
  expect(await languages.getByRole('checkbox', { name: /^Welsh/ }).isChecked()).toBe(true);
  const spanish = await pages.at('/search?q=emma', { language: 'es' });
  await spanish.getByRole('searchbox', { name: 'Buscar en Lengua' }).fill('ALEMÁN');
  const lenguas = spanish.getByRole('group', { name: 'Lengua' });
  await lenguas.getByRole('checkbox', { name: /^inglés/i }).waitFor({ state: 'detached' });
  expect(await lenguas.getByRole('checkbox').count()).toBe(1);
  await spanish.getByRole('searchbox', { name: 'Buscar en Lengua' }).fill('aleman');
  await lenguas.getByRole('checkbox', { name: /^alemán/i }).waitFor();
  await spanish.getByRole('searchbox', { name: 'Buscar en Lengua' }).fill('wel');
  await spanish.getByText('Nada').first().waitFor();
});

test('in call number order a hit shows the number by which it is sorted', async () => {
  const page = await at('/search?q=emma');
  await page.getByLabel('Order').selectOption({ label: 'Call number' });
  await page.waitForURL(({ searchParams }) => searchParams.get('sort') === 'callNumber');
  await page.getByText(/^PR0 at Riverton/).waitFor();
  expect(await page.getByText(/^PR\d at /).count()).toBe(2);
});

test('decades are listed beside the hits like every other facet, one at a time', async () => {
  const page = await at('/search?q=emma&yearFrom=1960&yearTo=1969');
  await page.getByRole('checkbox', { name: /^1980/ }).check();
  await page.waitForURL(
    ({ searchParams }) => searchParams.get('yearFrom') === '1980' && searchParams.get('yearTo') === '1989',
  );
  expect(await page.getByRole('checkbox', { name: /^1960/ }).isChecked()).toBe(false);
  await page.getByRole('checkbox', { name: /^1980/ }).uncheck();
  await page.waitForURL(({ searchParams }) => searchParams.get('yearFrom') === null);
});

test('with editions grouped, the count names what it counts, and the total of works is unknown', async () => {
  const page = await at('/search?q=emma&group=works');
  const count = page.locator('.count');
  const [shown, text] = [await page.locator('.hit').count(), await count.textContent()];
  expect(text).toMatch(new RegExp(`^\\d+ editions of ${shown} works for “emma”$`));
  expect(Number.parseInt(text ?? '', 10)).toBeGreaterThan(shown);
  const many = await at('/search?q=many&group=works');
  expect(await many.locator('.count').textContent()).toBe(
    `More than 10,000 editions of at least ${shown} works for “many”`,
  );
  const plain = await at('/search?q=many');
  expect(await plain.locator('.count').textContent()).toBe('More than 10,000 results for “many”');
});

test('terms typed among the editions of one work are searched in all works, under the same filters', async () => {
  const page = await at('/search?group=works');
  await page
    .getByRole('link', { name: /^\d editions$/ })
    .first()
    .click();
  await page.waitForURL(({ searchParams }) => searchParams.get('work') !== null);
  await page.getByRole('checkbox', { name: /^Book/ }).check();
  await page.waitForURL(({ searchParams }) => searchParams.get('format') === 'book');
  expect(new URL(page.url()).searchParams.get('work')).not.toBeNull();
  await page.getByRole('combobox', { name: 'Words to search for' }).fill('persuasion');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.waitForURL(({ searchParams }) => searchParams.get('q') === 'persuasion');
  const { searchParams } = new URL(page.url());
  expect([searchParams.get('format'), searchParams.get('work')]).toEqual(['book', null]);
});

test('what search engines show of a search names its words and its number of titles, after a further search in the app too', async () => {
  const page = await at('/');
  await page.getByRole('combobox', { name: 'Words to search for' }).fill('emma');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  const description = page.locator('meta[name="description"]');
  await eventually(async () => expect(await description.getAttribute('content')).toMatch(/\d+ .*emma/i));
  await page.getByRole('link', { name: 'Lakes and Rivers Library Consortium' }).click();
  await eventually(async () => expect(await description.getAttribute('content')).toMatch(/^One search/));
});

test('“on the shelf now” refers to the libraries whose holdings are searched', async () => {
  const page = await pages.at('/search?q=emma&within=home', { who: 'patron' });
  const asked = page.waitForRequest((request) => /discovery\/search\?.*shelf=1/.test(request.url()));
  await page.getByRole('checkbox', { name: 'On the shelf now' }).check();
  const { searchParams } = new URL((await asked).url());
  expect([searchParams.get('within'), searchParams.get('member')]).toEqual(['riverton', null]);
});

test('a search and a record are readable without the app, and the app does not ask again for what its page contains', async () => {
  const page = await at('/search?q=emma');
  expect(pages.requestsTo('discovery-search')).toEqual([]);
  await page.route('**/start.js', (route) => route.abort());
  await page.goto(pages.addressOf('/search?q=emma'));
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Español' }).click();
  await page.getByText('10 resultados para «emma»').waitFor();
  await page.getByRole('link', { name: 'Emma', exact: true }).click();
  await page.getByRole('heading', { name: 'Emma', level: 1 }).waitFor();
  expect(await page.getByText('FIC AUS · On the shelf').count()).toBe(1);
  expect(await violations(page)).toEqual([]);
});

test('a record has structured data for machines, under its own address, and is exported as a file', async () => {
  const page = await at('/record/rec_1');
  await page.getByRole('heading', { name: 'Export this record' }).waitFor();
  const structuredData = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(structuredData ?? '')).toMatchObject({
    '@context': 'https://schema.org',
    '@id': new URL('/record/rec_1', page.url()).href,
    name: 'Emma',
    offers: [{ offeredBy: { name: expect.stringMatching(/^(?!riverton\.main).+/) }, sku: 'FIC AUS' }],
  });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'RIS' }).click();
  expect((await saved).suggestedFilename()).toMatch(/ris$/);
});

test('a record leads to its editions, its neighbours on the shelf and similar titles', async () => {
  const page = await at('/record/rec_1');
  const shelf = page.getByRole('region', { name: 'On the shelf beside it' });
  await shelf.waitFor();
  expect(await shelf.getByRole('link').count()).toBe(10);
  expect(await shelf.locator('[aria-current]').textContent()).toBe('EmmaFIC BUS');
  expect(await page.getByRole('region', { name: 'Other editions' }).textContent()).toContain('2015 · E-book · English');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('region', { name: 'Similar titles' }).getByRole('link', { name: 'The tale of Genji' }).click();
  await page.waitForURL(/\/record\/rec_2$/);
});

test('the records shown are exported as one file, in the chosen format', async () => {
  const page = await at('/search?q=emma');
  await page.getByLabel('Take them along as').selectOption('bibtex');
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  expect((await file).suggestedFilename()).toBe('records.bibtex');
  await page.getByText('One record is not in it').waitFor();
  const [{ form, recordIds }] = pages.requestsTo('discovery-export-records').map(({ body }) => body) as [
    { form: string; recordIds: string[] },
  ];
  const shown = await page.locator('.hit').count();
  expect([form, new Set(recordIds).size]).toEqual(['bibtex', shown]);
});

test('the home page shows what is new and open at the chosen library, and what a reader has to do', async () => {
  const page = await at('/');
  await page.getByRole('heading', { name: 'New in all libraries' }).waitFor();
  await page.getByLabel('Your library').selectOption('Lakeshore County Library');
  await page.getByRole('heading', { name: 'New at Lakeshore County Library' }).waitFor();
  const today = page.getByRole('region', { name: 'Today at Lakeshore County Library' });
  await today
    .getByText(/^(Open until|Closed)/)
    .first()
    .waitFor();
  const [asked] = pages.requestsTo('discovery-search').slice(-1);
  expect(asked).toBeDefined();
  await page.getByRole('link', { name: 'All new titles' }).click();
  await page.waitForURL(/\/search\?.*member=lakeshore/);
});

test('the home page says from what hour a branch closes early, and Sign in has the look of a button', async () => {
  const page = await at('/');
  await page.route('**/v1/membership/directory?*', async (route) => {
    const response = await route.fetch();
    const { members } = (await response.json()) as { members: { branches: { calendar: { closures: object[] } }[] }[] };
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    for (const { calendar } of members.flatMap(({ branches }) => branches))
      calendar.closures = [{ from: day, to: day, closesAt: '14:00', reason: 'Staff day' }];
    await route.fulfill({ response, json: { members } });
  });
  await page.reload();
  await page.getByLabel('Your library').selectOption('Lakeshore County Library');
  const today = page.getByRole('region', { name: 'Today at Lakeshore County Library' });
  await today
    .getByText(/, from 2:00\sPM: Staff day$/)
    .first()
    .waitFor();
  const background = await page
    .locator('.sign-in-link')
    .first()
    .evaluate((link) => getComputedStyle(link).backgroundColor);
  expect(background).not.toBe('rgba(0, 0, 0, 0)');
});
