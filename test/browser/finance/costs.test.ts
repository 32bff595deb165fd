import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(90_000);
const { at } = browserPages({ who: 'preparer' });

test('costs over the months: the finding, the chart with its legend, every bar in figures, and the forecast', async () => {
  const page = await at('/costs');
  await page
    .getByRole('heading', { level: 2, name: 'October 2026 cost $65.51, 4% more than September 2026' })
    .waitFor();
  const chart = page.getByRole('img', { name: /^Costs of the last months by member/ });
  // Twelve months of six members, six months of forecast.
  expect(await chart.locator('.trend-member').count()).toBe(72);
  expect(await chart.locator('.trend-expected').count()).toBe(6);
  const table = page.getByRole('region', { name: 'The same in figures' }).last();
  await table.getByRole('row', { name: /^Riverton.*\$20\.31 \+\$0\.78$/ }).waitFor();
  await table.getByRole('row', { name: /^Total.*\$63\.00 \$65\.51 \+\$2\.51$/ }).waitFor();
  const forecast = page.getByRole('region', { name: 'Forecast' }).last();
  await forecast.getByRole('row', { name: 'November 2026 $64.00 $60.00 $68.00' }).waitFor();
  await page.getByText('Such forecasts were off by 2.6 % on average.').waitFor();
  expect(await page.getByText('3,293 for $1.00').count()).toBe(1);
  await page.getByLabel('Costs shown for').selectOption('riverton');
  await page.getByRole('heading', { level: 2, name: /^October 2026 cost \$20\.31/ }).waitFor();
  await closePage(page);
});

test('finding B16: finance staff of a member see their own costs, and the statement link opens the last month that ended', async () => {
  const page = await at('/costs', { who: 'staff' });
  await page.getByRole('heading', { level: 2, name: /^October 2026 cost \$20\.31/ }).waitFor();
  expect(await page.getByLabel('Costs shown for').count()).toBe(0);
  await closePage(page);
});

test('finding B16: a month without a statement says so and leads to the month before', async () => {
  const page = await at('/statements/2026-06/riverton', { who: 'staff' });
  await page
    .getByText('No statement of June 2026 is written yet: statements are written when the month is closed.')
    .waitFor();
  await page.getByRole('link', { name: 'Open May 2026' }).click();
  await page.getByRole('heading', { level: 1, name: /Statement of May 2026/ }).waitFor();
  await closePage(page);
});
