import type { Locator, Page } from 'playwright-core';
import { demoMonthBill } from '../../builders/bill/demo-month.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { consortiumStaff, deployedBrowser, goTo, shows } from '../../builders/deployed-browser.ts';

jest.setTimeout(400_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);

const monthOnBoard = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
/** Returns a month as `YYYY-MM` from its name on the board. */
const monthOf = (name: string): string => new Date(`1 ${name} 12:00 UTC`).toISOString().slice(0, 7);

/** Meters the newest month that is over and not begun. Returns its name. */
const metered = async (page: Page): Promise<string> => {
  await goTo(page, 'Money', 'Periods');
  const meter = page.getByRole('button', { name: /^Meter: / }).first();
  await meter.waitFor();
  const name = ((await meter.getAttribute('aria-label')) ?? '').replace('Meter: ', '');
  await meter.click();
  await page.getByRole('button', { name: 'Yes, meter it' }).click();
  await monthOnBoard(page, name).getByText('Its use is metered.').waitFor();
  return name;
};

/** Sends the bill of a month, and explains what differs from what was metered. */
const explained = async (page: Page, name: string): Promise<void> => {
  await monthOnBoard(page, name)
    .getByRole('link', { name: `Bill of ${name}` })
    .click();
  const buffer = Buffer.from(demoMonthBill(monthOf(name)));
  await page.locator('input[type=file]').setInputFiles({ name: 'bill.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Send the bill' }).click();
  await page
    .getByText('Support plan', { exact: false })
    .or(page.getByText(/support plan/))
    .first()
    .waitFor();
  await page.getByText(/differences? (is|are) to be explained$/).waitFor();
  // A month without use differs by the support plan only.
  for (const difference of await page.getByRole('checkbox', { name: /^Select: / }).all()) await difference.check();
  await page.getByLabel('Why is that so?').fill('Asked of the supplier, case 4711');
  await page.getByRole('button', { name: /^Accept \d+ differences?$/ }).click();
  await page.getByText('Every difference is explained').waitFor();
};

test('a month is closed by two persons: metered, its bill sent and explained, reconciled, and approved by the second', async () => {
  const page = await as(consortiumStaff(endpoints, 'finance-preparer'), '/today');
  const name = await metered(page);
  const own = monthOnBoard(page, name);
  await explained(page, name);
  await goTo(page, 'Money', 'Periods');
  await own.getByRole('button', { name: `Reconcile with the latest bill: ${name}` }).click();
  await own.getByRole('button', { name: 'Yes, reconcile' }).click();
  await own.getByText('The next step is the approver’s.').waitFor();
  expect(await page.getByRole('button', { name: /^Approve/ }).count()).toBe(0);

  const second = await as(consortiumStaff(endpoints, 'finance-approver'), '/today');
  await goTo(second, 'Money', 'Periods');
  const theirs = monthOnBoard(second, name);
  await theirs.getByRole('button', { name: `Approve: ${name}` }).click();
  await theirs.getByText(/^Approve \d+ statements of .*, total \$/).waitFor();
  await theirs.getByRole('button', { name: 'Yes, approve' }).click();
  await theirs.getByText('Its statements are booked, and never change.').waitFor();
  await theirs.getByRole('button', { name: `Statements and corrections: ${name}` }).click();
  await theirs.getByRole('button', { name: `Check that ${name} is unchanged` }).click();
  await theirs.getByText('Every statement is as it was when the month was closed.').waitFor();

  const library = await as(accountOf(endpoints, 'riverton', 'member-finance'), `/statements/${monthOf(name)}/riverton`);
  await shows(library, library.getByRole('heading', { level: 1, name: new RegExp(`Statement of .*${name}`) }));
  await library.getByRole('row').filter({ hasText: '$' }).first().waitFor();
});
