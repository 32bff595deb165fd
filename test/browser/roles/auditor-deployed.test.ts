import { deployed } from '../../builders/deployed.ts';
import { consortiumStaff, deployedBrowser, goTo } from '../../builders/deployed-browser.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);
const auditor = consortiumStaff(endpoints, 'auditor');

test('an auditor reads periods, rules and the audit log, and sends nothing but questions', async () => {
  const page = await as(auditor, '/today');
  const changes: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/v1/') && request.method() !== 'GET') changes.push(request.url());
  });
  await goTo(page, 'Money', 'Periods');
  await page
    .getByRole('button', { name: /^Statements and corrections:/ })
    .first()
    .click();
  expect(
    await page.getByRole('button', { name: /^(Meter|Reconcile|Approve|Open again|Give the credit)/ }).count(),
  ).toBe(0);
  await goTo(page, 'Policies', 'Loan rules');
  await page.getByRole('region', { name: 'Test bench' }).waitFor();
  expect(await page.getByRole('button', { name: /Change this rule|Add a rule/ }).count()).toBe(0);
  await goTo(page, 'Administration', 'Audit log');
  const log = page.getByRole('region', { name: 'Changes' }).first();
  await log.getByRole('row').nth(1).waitFor();
  expect(changes).toEqual([]);
});
