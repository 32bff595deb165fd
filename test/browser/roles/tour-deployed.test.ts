import { violations } from '../../builders/browser-page.ts';
import { deployed } from '../../builders/deployed.ts';
import { deployedBrowser } from '../../builders/deployed-browser.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { at } = deployedBrowser(endpoints);

/** What the main part of each page shows, in the order of the tour. */
const shown: readonly RegExp[] = [
  /Moby.Dick/,
  /not lent|cannot be lent|Why\?/,
  /Loan rules/,
  /Ceiling: \d/,
  /To fetch/,
  /Courier/,
  /\$/,
  /Borrowed|lent/i,
  /scenario/i,
  /Known limits/,
];

test('the tour of the demo opens its ten pages as ten people, each with the work that it describes', async () => {
  const page = await at('/welcome');
  await page.getByRole('button', { name: 'Show me in five minutes' }).click();
  const strip = page.getByRole('complementary', { name: 'Tour in ten pages' });
  for (const [place, text] of shown.entries()) {
    await strip.getByText(`${place + 1} of ${shown.length}:`, { exact: false }).waitFor();
    await page.getByRole('main').getByText(text).first().waitFor();
    if (place === 1) await page.getByRole('button', { name: 'Why?' }).first().waitFor();
    expect([place + 1, await page.getByRole('main').getByText('could not be loaded').count()]).toEqual([place + 1, 0]);
    if (place < shown.length - 1) await strip.getByRole('button', { name: 'Next' }).click();
  }
  expect(await violations(page)).toEqual([]);
  await strip.getByRole('button', { name: 'End the tour' }).click();
  await page.getByRole('heading', { level: 1, name: /Eleven people/ }).waitFor();
});
