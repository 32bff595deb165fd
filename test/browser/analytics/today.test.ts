import { closePage, scan } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'staff' });

test('staff begin on Today: the numbers of their lists, whole after a second answer where the first was cut, the first entries, and the way to each thing', async () => {
  const page = await at('/today');
  const counts = page.getByRole('list', { name: 'The numbers of today' });
  await counts.getByRole('button', { name: /16 To fetch/ }).waitFor();
  expect(await counts.getByRole('button').count()).toBe(16);
  const disputed = page.getByRole('link', { name: 'Disputed online payment of $3.50' });
  expect(await disputed.getAttribute('href')).toMatch(/online-payments\?member=.*month=2026-10/);
  await page.getByRole('link', { name: /^Payout of .310.00 differs/ }).waitFor();
  await page.getByRole('link', { name: 'The harbour at night' }).waitFor();
  await page.getByRole('link', { name: /Lakeshore.* 77 and Riverton.* b1000/ }).waitFor();
  expect(await page.getByRole('link', { name: 'Change of items' }).getAttribute('href')).toMatch(
    /item-changes\/ibt_1$/,
  );
  expect(await page.getByRole('link', { name: 'new-books.mrc' }).getAttribute('href')).toMatch(/loads\/imp_1\?member=/);
  await page.getByText('12 rows refused').waitFor();
  expect(await page.getByRole('link', { name: '7b' }).getAttribute('href')).toMatch(/classes\/7b$/);
  const late = page.getByRole('region', { name: 'Overdue by class' }).getByRole('listitem');
  expect(await late.textContent()).toBe('5b3 overdue');
  expect(await page.getByRole('link', { name: 'Fall 2026' }).getAttribute('href')).toMatch(/reserves$/);
  await eventually(() => expect(requestsTo('analytics-show-today')).toHaveLength(2));
  const fetch = page.getByRole('region', { name: 'To fetch' }).first();
  expect(await fetch.getByRole('row', { name: /FIC MEL Moby-Dick/ }).count()).toBe(1);
  await page.keyboard.press('2');
  const focused = await page.evaluate(() => document.activeElement?.id);
  expect(focused).toBe('today-clear');
  await page.getByText('cancelled').waitFor();
  await page.getByText('18 days in transit').waitFor();
  await page.getByRole('link', { name: 'Gilead' }).click();
  await page.waitForURL(/\/copy\?barcode=/);
  await closePage(page);
});

test.each([
  ['admin', 'Rules that begin later'],
  ['preparer', 'Months and disputes'],
  ['approver', 'Months and disputes'],
] as const)('finding B7: the %s of the consortium lands on lists and pages, never on a refusal', async (who, panel) => {
  const page = await at('/today', { who });
  await page.getByRole('heading', { name: panel }).waitFor();
  await page.getByRole('link', { name: 'Periods' }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await closePage(page);
});

test('proposed changes of rules are counted and listed by the one request of Today; rules that begin later lead to their page', async () => {
  const page = await at('/today', { who: 'admin' });
  await page.getByRole('button', { name: /3 Votes and rules to decide/ }).waitFor();
  const proposals = page.getByRole('region', { name: 'Votes and rules to decide' });
  await proposals.getByRole('link', { name: /asks you to adopt its changes/ }).waitFor();
  await proposals.getByRole('link', { name: /Children read longer in summer/ }).waitFor();
  expect(requestsTo('governance-list-proposals')).toHaveLength(0);
  const paused = page.getByRole('region', { name: 'Paused webhooks' }).getByRole('link', { name: 'Discovery layer' });
  expect(await paused.getAttribute('href')).toMatch(/webhooks$/);
  await page.getByRole('region', { name: 'Rules that begin later' }).getByRole('link', { name: 'Loan rules' }).click();
  await page.waitForURL(/\/loan-rules$/);
  await closePage(page);
});

test('finding B7: a role without lists reads that there is none, and finds its pages', async () => {
  const page = await at('/today', { who: 'buyer' });
  await page.getByText('No list of work belongs to your roles').waitFor();
  await page.getByRole('heading', { name: 'Catalogue' }).waitFor();
  await closePage(page);
});

test('the only person of a library scans on Today: an item goes to the desk and is checked in there, a name to the search', async () => {
  const page = await at('/today', { who: 'solo' });
  const box = page.getByLabel('Scan a card or an item');
  await box.waitFor();
  await scan(page, '31101000000011');
  await page.waitForURL(/\/desk$/);
  await page.locator('.scan[data-state=ended]').filter({ hasText: 'Emma' }).waitFor();
  await eventually(() =>
    expect(requestsTo('circulation-check-in').map(({ body }) => body.item)).toEqual(['31101000000011']),
  );
  await page.goBack();
  await box.fill('okafor');
  await box.press('Enter');
  await page.waitForURL(/\/patrons$/);
  await page
    .getByRole('link', { name: /Okafor/ })
    .first()
    .waitFor();
  await closePage(page);
});
