import type { Browser } from 'playwright-core';
import { openBrowser } from '../../builders/browser.ts';
import { closePage, openPage, violations } from '../../builders/browser-page.ts';
import { type Fixture, startFixture } from '../../builders/fixture-api.ts';
import { fixtureEstimate } from '../../builders/fixture-estimate.ts';

jest.setTimeout(90_000);
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

const usd = (exact: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' }).format(Number(exact));

test('expected quantities are typed, stored in the address, and shown by service, operation, idle line and growth', async () => {
  const { page, wrong } = await openPage(browser, `${fixture.url}/estimate`, { who: 'admin' });
  await page.getByText('default: 2,000,000 (reference)').waitFor();
  await page.getByText(/too much for t3.small.search/).waitFor();
  await page.getByLabel('Loans a year').fill('120000');
  await page.getByLabel('Records', { exact: true }).fill('90000');
  await page.getByRole('button', { name: 'Estimate' }).click();
  const expected = fixtureEstimate(new URLSearchParams({ checkoutsAYear: '120000', records: '90000' }));
  await page.getByText(usd(expected.total.exact), { exact: true }).first().waitFor();
  expect(new URL(page.url()).searchParams.get('checkoutsAYear')).toBe('120000');
  expect(await page.getByText(/too much for/).count()).toBe(0);
  const rows = (name: string) => page.getByRole('region', { name, exact: true }).getByRole('rowheader').count();
  expect(await rows('By service')).toBe(expected.services.length + 1);
  expect(await rows('By operation')).toBe(expected.operations.length + 1);
  expect(await rows('Stand-by cost')).toBe(expected.idle.length);
  expect(await rows('What grows with what')).toBe(expected.growth.length);
  expect({ violations: await violations(page), wrong }).toEqual({ violations: [], wrong: [] });
  await closePage(page);
});

test('finding B16: a user without a finance role is informed of it, and the page sends no request', async () => {
  const before = fixture.requests.length;
  const { page } = await openPage(browser, `${fixture.url}/estimate`, { who: 'staff' });
  await page.getByText('Estimates are for the consortium’s finance staff.').waitFor();
  expect(fixture.requests.slice(before).filter(({ id }) => id === 'finance-estimate-cost')).toEqual([]);
  await closePage(page);
});

test('everything is translated into Spanish: fields, meters, and the sources of defaults', async () => {
  const { page } = await openPage(browser, `${fixture.url}/estimate`, { who: 'admin', language: 'es', width: 320 });
  await page.getByRole('heading', { level: 1, name: 'Lo que costaría un mes' }).waitFor();
  await page.getByText('se toma: 2.000.000 (referencia)').waitFor();
  await page.getByRole('rowheader', { name: 'Cortafuegos', exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});
