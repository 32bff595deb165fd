import { closePage, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(90_000);
const { at } = browserPages({ who: 'staff' });

test('F1 opens the topics of the page, a word finds others, and a topic leads to its next step', async () => {
  const page = await at('/desk');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: 'Help' });
  const here = help.getByRole('region', { name: 'About this page' });
  await here.getByText('Why may this patron not borrow?').waitFor();
  await here.getByText(/^The refusal names each reason/).waitFor();
  expect(await violations(page)).toEqual([]);
  await help.getByLabel('Find a topic').fill('batch');
  const all = help.getByRole('region', { name: 'All topics' });
  await all.getByText('Undo a batch change').waitFor();
  expect(await all.getByRole('group').count()).toBe(1);
  await help.getByLabel('Find a topic').fill('');
  await here.getByRole('link', { name: 'See the limits in force.' }).click();
  await page.getByRole('heading', { level: 1, name: 'Limits and blocks' }).waitFor();
  expect(await help.count()).toBe(0);
  await closePage(page);
});
