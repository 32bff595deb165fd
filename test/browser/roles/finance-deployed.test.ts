import type { Page } from 'playwright-core';
import { flowCounts, noteCount } from '../../../local/levels/flow-counts.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { consortiumStaff, deployedBrowser, fresh, goTo, shows } from '../../builders/deployed-browser.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);
const preparer = consortiumStaff(endpoints, 'finance-preparer');
const approver = consortiumStaff(endpoints, 'finance-approver');
const member = accountOf(endpoints, 'lakeshore', 'member-finance');
const now = new Date();
/** The demo closes the month before the last one. */
const closedMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 2, 1)).toISOString().slice(0, 7);

/** Counts the clicks from now on, by mouse and by keyboard. */
const countClicks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const state = { clicks: 0 };
    Object.assign(globalThis, { counted: state });
    document.addEventListener('click', ({ isTrusted }) => void (isTrusted && state.clicks++), true);
  });
const clicks = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { counted: { clicks: number } }).counted.clicks);

test('finance staff of a library read what a month cost it', async () => {
  const page = await as(member, '/today');
  await goTo(page, 'Money', 'Costs of a month');
  await page.getByLabel('Month').selectOption(closedMonth);
  await shows(page, page.getByRole('region', { name: 'By service' }).getByRole('row').filter({ hasText: '$' }));
});

/** Disputes a line of the statement of the library by at most three clicks. Returns the address of the statement. */
const disputed = async (claim: string): Promise<string> => {
  const page = await as(member, '/today');
  await page
    .getByRole('link', { name: /^Statement of/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: /Statement of/ }).waitFor();
  const lines = page.getByRole('row').filter({ has: page.getByRole('button', { name: /^What it is made of:/ }) });
  await lines.first().waitFor();
  await countClicks(page);
  const line = lines.filter({ hasNotText: /Disputed|Upheld|Rejected/ }).first();
  await line.getByRole('button', { name: /^What it is made of:/ }).click();
  await page.getByLabel('What is wrong with it?').click();
  await page.keyboard.type(claim);
  await page.getByRole('button', { name: 'Dispute this line' }).click();
  await page.getByText('It is noted.').waitFor();
  const taken = await clicks(page);
  noteCount('dispute', taken);
  expect(taken).toBeLessThanOrEqual(flowCounts.dispute.most);
  return page.url();
};

test('a library disputes a line of its statement in three clicks; the preparer finds it on Today, answers and decides', async () => {
  const claim = `We were closed that week (${fresh()})`;
  const statement = await disputed(claim);
  const page = await as(preparer, '/today');
  await page
    .getByRole('link', { name: /^Disputed line of/ })
    .first()
    .waitFor();
  await page.goto(statement);
  await page.getByText(claim).waitFor();
  await page.getByLabel('Your message').fill('The days are in the evidence.');
  await page.getByLabel('Decision').selectOption('rejected');
  await page.getByRole('button', { name: 'Answer' }).click();
  await page.getByText('It is noted.').waitFor();
});

test('the preparer opens a closed month on the period board, and verifies that no statement changed', async () => {
  const page = await as(preparer, '/today');
  await goTo(page, 'Money', 'Periods');
  await page
    .getByRole('button', { name: /^Statements and corrections:/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'Verify all closed months' }).click();
  await page.getByText('Every statement is as it was when the month was closed.').waitFor();
});

test('the preparer sets the bill of a month against what was metered', async () => {
  const page = await as(preparer, '/today');
  await goTo(page, 'Money', 'Provider bill');
  await page.getByLabel('Month').selectOption(closedMonth);
  const services = page.getByRole('region', { name: 'By service' }).getByRole('table');
  await shows(page, services.getByRole('row').filter({ hasText: 'Lambda' }));
  await page
    .getByText(/Accepted .*case 4711/)
    .first()
    .waitFor();
});

test('the approver reads the board and the bill, and is offered no step of the preparer', async () => {
  const page = await as(approver, '/today');
  await goTo(page, 'Money', 'Periods');
  await page
    .getByRole('button', { name: /^Statements and corrections:/ })
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: /^(Meter|Reconcile)/ }).count()).toBe(0);
  await goTo(page, 'Money', 'Provider bill');
  await page.getByLabel('Month').selectOption(closedMonth);
  await shows(page, page.getByRole('region', { name: 'By service' }));
  expect(await page.getByRole('button', { name: /Say why|Send the bill/ }).count()).toBe(0);
});
