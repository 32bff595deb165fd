import type { Browser, Page } from 'playwright-core';
import { flowCounts, noteCount } from '../../../local/levels/flow-counts.ts';
import { openBrowser } from '../../builders/browser.ts';
import { answerTo, closePage, openPage, overflow, scan, violations } from '../../builders/browser-page.ts';
import { eventually } from '../../builders/eventually.ts';
import { type Fixture, startFixture } from '../../builders/fixture-api.ts';

jest.setTimeout(60_000);
let browser: Browser;
let fixture: Fixture;
let page: Page;
beforeAll(async () => {
  fixture = await startFixture();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await fixture.stop();
});
beforeEach(async () => {
  fixture.requests.length = 0;
  fixture.slowness.ms = 0;
  ({ page } = await openPage(browser, `${fixture.url}/desk`, { who: 'staff' }));
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.getByLabel('Scan a card or an item').waitFor();
});
afterEach(() => closePage(page));

const card = '21101000000016';
const item = (last: number): string => `3110100000001${last}`;
const requestsTo = (id: string) => fixture.requests.filter((one) => one.id === id);
const outcomes = (): Promise<string[]> => page.locator('.scan[data-state=ended] .scan-outcome').allTextContents();
const isInBox = (): Promise<boolean> => page.evaluate(() => document.activeElement?.closest('.scan-box') !== null);

test('three books are lent and the receipt printed with four scans, one key and no mouse', async () => {
  await scan(page, card);
  for (const last of [1, 2, 3]) await scan(page, item(last));
  await page.keyboard.press('Enter');
  const receipt = page.getByRole('region', { name: 'Receipt' });
  await receipt.waitFor();
  const scans = requestsTo('circulation-scan').length;
  noteCount('three-checkouts', scans);
  expect(scans).toBe(flowCounts['three-checkouts'].most);
  expect(await receipt.locator('li').allTextContents()).toEqual([
    expect.stringMatching(/^Emma31101000000011 · due /),
    expect.stringMatching(/^The tale of Genji31101000000012 · due /),
    expect.stringMatching(/^Cien años de soledad31101000000013 · due /),
  ]);
  expect(await page.locator('body').getAttribute('data-printed')).toBe('yes');
  await eventually(() =>
    expect(requestsTo('circulation-check-out').map(({ body }) => body.item)).toEqual([item(1), item(2), item(3)]),
  );
  expect(await isInBox()).toBe(true);
  await page.getByText('No patron open').waitFor();
});

test('scans during a slow API call wait their turn: all, in order, once', async () => {
  fixture.slowness.ms = 40;
  await scan(page, card);
  const wanted = Array.from({ length: 50 }, (_, at) => `311010000${String(at).padStart(4, '0')}1`);
  for (const number of wanted) await scan(page, number);
  await page.locator('.scan[data-state=ended]').nth(50).waitFor({ state: 'attached', timeout: 40_000 });
  const lent = requestsTo('circulation-check-out');
  expect(lent.map(({ body }) => body.item)).toEqual(wanted);
  expect(new Set(lent.map(({ key }) => key)).size).toBe(50);
});

test('without an open patron an item is checked in, and an item for transit gets a slip that Esc closes', async () => {
  await scan(page, item(2));
  const slip = page.getByRole('region', { name: 'Slip' });
  await slip.waitFor();
  expect(await slip.textContent()).toContain('Lakeshore Main Library');
  expect(await outcomes()).toEqual(['Taken back. Send it to Lakeshore Main Library for a hold.']);
  await page.keyboard.press('Escape');
  await slip.waitFor({ state: 'detached' });
});

test('F3 checks in although a patron is open; F3 again returns', async () => {
  await scan(page, card);
  await page.keyboard.press('F3');
  await scan(page, item(1));
  await page.keyboard.press('F3');
  await scan(page, item(4));
  await page.locator('.scan[data-state=ended]').nth(2).waitFor();
  await eventually(() =>
    expect([requestsTo('circulation-check-in').length, requestsTo('circulation-check-out').length]).toEqual([1, 1]),
  );
});

test('a refused item is listed with all reasons; a supervisor overrides with a comment', async () => {
  await scan(page, card);
  await scan(page, item(9));
  const row = page.locator('.scan-refused');
  await row.waitFor();
  expect(await row.locator('.reasons li').allTextContents()).toEqual([
    '15 on loan, at most 15 allowed.',
    '€26.50 are owed, €10.00 of it in fines of overdue loans so far; at most €25.00 may be.',
    'It is set aside for another patron.',
  ]);
  await row.getByRole('button', { name: /Let it through/ }).click();
  await page.keyboard.type('Spoke with the branch');
  const lent = answerTo(page, '/check-outs');
  await page.keyboard.press('Enter');
  await lent;
  await eventually(() =>
    expect(requestsTo('circulation-check-out').at(-1)?.body).toMatchObject({
      override: { comment: 'Spoke with the branch' },
    }),
  );
});

test('an item without a record is added with its title and lent at once, with the keyboard alone', async () => {
  await scan(page, card);
  await scan(page, '90000000000007');
  const row = page.locator('.scan-refused');
  await row.getByText('No card and no item of the consortium has this number.').waitFor();
  await row.getByRole('button', { name: 'Add it and lend it now' }).press('Enter');
  const form = row.getByRole('form', { name: 'Add an item without a record' });
  await form.getByRole('textbox', { name: /Title/ }).waitFor();
  await page.keyboard.type('The harbour at night');
  expect(await violations(page)).toEqual([]);
  const lent = answerTo(page, '/check-outs');
  await page.keyboard.press('Enter');
  await lent;
  await row.waitFor({ state: 'detached' });
  const made = { barcode: '90000000000007', title: 'The harbour at night', location: '' };
  await eventually(() =>
    expect(requestsTo('catalogue-fast-add').map(({ body }) => body)).toEqual([expect.objectContaining(made)]),
  );
  await eventually(() =>
    expect(requestsTo('circulation-check-out').map(({ body }) => body.item)).toEqual(['90000000000007']),
  );
});

test('an unknown number is no item to add while no patron is open', async () => {
  await scan(page, '90000000000008');
  await page.locator('.scan-refused').waitFor();
  expect(await page.getByRole('button', { name: 'Add it and lend it now' }).count()).toBe(0);
});

test('finding C5: an item that others wait for is refused with what to do, and a supervisor lends it with a comment', async () => {
  await scan(page, card);
  await scan(page, item(58));
  const row = page.locator('.scan-refused');
  await row.waitFor();
  expect(await row.locator('.reasons li').allTextContents()).toEqual([
    'Another patron’s hold could be filled with this item. Check it in to set it aside.',
  ]);
  await row.getByRole('button', { name: /Let it through/ }).click();
  await page.keyboard.type('Two more copies came today');
  // The row is no longer refused from the moment when the call begins.
  const lent = answerTo(page, '/check-outs');
  await page.keyboard.press('Enter');
  await lent;
  await eventually(() =>
    expect(requestsTo('circulation-check-out').map(({ body }) => body.override)).toEqual([
      undefined,
      { comment: 'Two more copies came today' },
    ]),
  );
});

test.each([
  ['en', 'It is set aside for another patron.'],
  ['es', 'Está apartado para otro lector.'],
])(
  'on the narrowest window (%s) a refused row with any length of number meets WCAG and fits',
  async (language, messages) => {
    const { page: narrow } = await openPage(browser, `${fixture.url}/desk`, { who: 'staff', width: 320, language });
    await scan(narrow, card);
    await scan(narrow, `3110100000000000000000000000000000000000000${'1'.repeat(60)}9`);
    await narrow.getByText(messages).waitFor();
    expect(await narrow.getByText('Raw:').count()).toBe(0);
    expect({ violations: await violations(narrow), overflow: await overflow(narrow) }).toEqual({
      violations: [],
      overflow: 0,
    });
    await closePage(narrow);
  },
);

test('text typed anywhere on the page goes into the input', async () => {
  await page.getByRole('heading', { name: 'Desk' }).click();
  await scan(page, card);
  await page.getByRole('heading', { name: 'Amara Okafor' }).waitFor();
  expect(await isInBox()).toBe(true);
});
