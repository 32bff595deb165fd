import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../builders/browser.ts';
import { openPage } from '../builders/browser-page.ts';
import { type Fixture, startFixture } from '../builders/fixture-api.ts';

jest.setTimeout(60_000);
let browser: Browser;
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await fixture.stop();
});
beforeEach(() => {
  fixture.heard.length = 0;
});

const at = async (path: string, who?: 'patron'): Promise<Page> =>
  (await openPage(browser, `${fixture.url}${path}`, who ? { who } : {})).page;
const heard = (id: string) => fixture.heard.filter((one) => one.id === id);

test('facets narrow by several values, stand in the address and go by a chip; the number is announced', async () => {
  const page = await at('/search?q=emma');
  await page.getByLabel(/^Book/).check();
  await page.getByLabel(/^Film/).check();
  await page.waitForURL(/format=book%2Cvideo/);
  await page.getByRole('status').filter({ hasText: '5 results for “emma”' }).waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'Remove filter: Film' }).click();
  await page.waitForURL((url) => url.searchParams.get('format') === 'book');
  expect(await page.getByLabel(/^Film/).isChecked()).toBe(false);
});

test('a search that only came near says so', async () => {
  const page = await at('/search?q=emna');
  expect(await page.locator('.notice').textContent()).toContain('Nothing matches all your words exactly');
});

test('by keyboard the filters can be passed over', async () => {
  const page = await at('/search?q=emma');
  await page.getByRole('button', { name: 'Search', exact: true }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('results');
});

test('a wrong PIN is told in plain words; the right one goes on where one was', async () => {
  const page = await at('/record/rec_1');
  await page.getByRole('link', { name: 'Sign in to place a hold' }).click();
  await page.getByLabel('Card number').fill('21101000000016');
  await page.getByLabel('PIN', { exact: true }).fill('000000');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('This card and this PIN do not belong together.').waitFor();
  await page.getByLabel('PIN', { exact: true }).fill('482615');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/record\/rec_1$/);
  await page.getByRole('button', { name: 'Place hold' }).waitFor();
});

test('a hold takes two clicks, home is chosen beforehand, and Undo takes it back', async () => {
  const page = await at('/record/rec_1', 'patron');
  await page.getByRole('button', { name: 'Place hold' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('alert').filter({ hasText: '“Emma” is on hold for you' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The hold is taken back.').waitFor();
  expect(heard('circulation-place-hold').map(({ body }) => body)).toEqual([
    { recordId: 'rec_1', pickupBranch: 'riverton.main', wait: false },
  ]);
  expect(heard('circulation-cancel-hold')).toHaveLength(1);
});

test('where no copy can fill a hold, a consortium loan is asked for at the same place', async () => {
  const page = await at('/record/rec_3', 'patron');
  await page.getByRole('button', { name: 'Place hold' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('No copy can be set aside for you now.').waitFor();
  await page.getByRole('button', { name: 'Ask for a consortium loan' }).click();
  await page.getByText('The request is on its way to the first library.').waitFor();
  expect(heard('resource-sharing-place-request').map(({ body }) => body)).toEqual([
    { recordId: 'rec_3', pickupBranch: 'riverton.main' },
  ]);
});

test('renew all tells for each loan how it went', async () => {
  const page = await at('/account', 'patron');
  await page.getByRole('button', { name: 'Renew all' }).click();
  await page.getByText('Not renewed: Somebody else waits for it.').waitFor();
  expect(await page.getByText(/^Renewed until/).count()).toBe(2);
  await page.getByRole('status').filter({ hasText: '2 renewed, 1 not renewed.' }).waitFor({ state: 'attached' });
  expect(new Set(heard('circulation-renew').map(({ key }) => key)).size).toBe(3);
});

test('a hold is cancelled from the account', async () => {
  const page = await at('/account', 'patron');
  await page.getByRole('button', { name: 'Cancel the hold on The hunger games' }).click();
  await page.getByText('The hold on “The hunger games” is cancelled.').waitFor();
  expect(heard('circulation-cancel-hold')).toHaveLength(1);
});
