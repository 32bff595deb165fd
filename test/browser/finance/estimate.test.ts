import type { Browser } from 'playwright-core';
import { openBrowser } from '../../builders/browser.ts';
import { closePage, openPage, violations } from '../../builders/browser-page.ts';
import { eventually } from '../../builders/eventually.ts';
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
  await page.getByLabel('Loans a year', { exact: true }).fill('120000');
  await page.getByLabel('Records', { exact: true }).fill('90000');
  await page.getByRole('button', { name: 'Estimate', exact: true }).click();
  const expected = await fixtureEstimate(new URLSearchParams({ checkoutsAYear: '120000', records: '90000' }));
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

test('finding B16: anyone reads the whole cost: five years beside the present systems, each library by three formulas, other fees', async () => {
  const { page, wrong } = await openPage(browser, `${fixture.url}/estimate`);
  await page.getByLabel('Present systems, all libraries, a year').fill('400000');
  await page.getByText('What you pay besides the cloud').click();
  await page.getByLabel('Contract for help, a year').fill('12000');
  await page.getByLabel('Your libraries, with their loans a year').fill('Alder: 120,000\nBirch: 40 000');
  await page.getByRole('button', { name: 'Estimate', exact: true }).click();
  const asked = { todayAYear: '400000', contractAYear: '12000', libraries: 'Alder:120000;Birch:40000' };
  const { whole } = await fixtureEstimate(new URLSearchParams(asked));
  const years = page.getByRole('region', { name: 'Five years', exact: true });
  const cents = (amount: number) => usd(String(amount / 100));
  await years
    .getByRole('row', { name: /Contract for help with the software/ })
    .getByText('$12,000.00')
    .waitFor();
  await years
    .getByRole('row', { name: /^Total/ })
    .getByText(cents(whole.sum), { exact: true })
    .waitFor();
  await years
    .getByRole('row', { name: /Your present systems/ })
    .getByText('$400,000.00', { exact: true })
    .waitFor();
  await page.getByText(`${cents(whole.today?.saved ?? 0)} less than your present systems`).waitFor();
  const shares = page.getByRole('region', { name: 'Each library, a year on average', exact: true });
  const [alder] = whole.shares;
  await shares
    .getByRole('row', { name: /Alder/ })
    .getByText(cents(alder?.fees.half ?? 0), { exact: true })
    .waitFor();
  const published = page.getByRole('region', { name: 'Published fees of other consortia, a year', exact: true });
  await published
    .getByRole('row', { name: /MnPALS 2021: tier 1/ })
    .getByText('$8,000.00', { exact: true })
    .waitFor();
  await page.getByRole('button', { name: 'PDF' }).click();
  await eventually(() =>
    expect(fixture.requests.find(({ id }) => id === 'finance-print-estimate')?.body).toEqual({
      paper: 'A4',
      language: 'eng',
    }),
  );
  expect(await page.getByRole('button', { name: /sign in with/i }).count()).toBe(0);
  expect({ violations: await violations(page), wrong }).toEqual({ violations: [], wrong: [] });
  await closePage(page);
});

test('everything is translated into Spanish: fields, meters, costs, and the sources of defaults', async () => {
  const { page } = await openPage(browser, `${fixture.url}/estimate`, { who: 'admin', language: 'es', width: 320 });
  await page.getByRole('heading', { level: 1, name: 'Lo que costaría Concord' }).waitFor();
  await page.getByText('se toma: 2.000.000 (referencia)').waitFor();
  await page.getByText('Lo que paga además de la nube').click();
  await page.getByText('se toma: 60 (elegido: 20, y una por biblioteca)').waitFor();
  await page.getByRole('rowheader', { name: 'Cortafuegos', exact: true }).waitFor();
  await page.getByRole('rowheader', { name: 'Migración (una vez)', exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});
