import type { Page } from 'playwright-core';
import { browserPages } from '../../builders/browser-pages.ts';

const { at, addressOf } = browserPages({});

const signIn = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: /^Card number/ }).fill('21101000000016');
  await page.getByRole('textbox', { name: /^PIN/ }).fill('482615');
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
};

test('finding W10: a new tab takes the session over, and a sign-out in one tab ends it in both', async () => {
  const first = await at('/sign-in');
  await signIn(first);
  const second = await first.context().newPage();
  await second.goto(addressOf('/account'));
  await second.getByText('Amara Okafor').first().waitFor();
  const stored = await second.evaluate(() => JSON.stringify({ ...localStorage }) + document.cookie);
  expect(stored).not.toContain('patron');
  await second.getByRole('button', { name: 'Sign out', exact: true }).click();
  await first.getByRole('link', { name: 'Sign in', exact: true }).first().waitFor();
  expect(await first.getByText('Amara Okafor').count()).toBe(0);
  const third = await first.context().newPage();
  await third.goto(addressOf('/'));
  await third.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await first.context().close();
});
