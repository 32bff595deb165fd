import type { Page } from 'playwright-core';
import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

const { at, addressOf } = browserPages({});

const signIn = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: /^Card number/ }).fill('21101000000016');
  await page.getByRole('textbox', { name: /^PIN/ }).fill('482615');
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
};

test('finding B10: a new tab takes the session over, and a sign-out in one tab ends it in both', async () => {
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
  // The tab that signed out stays so, although another person is signed in beside it.
  await third.goto(addressOf('/sign-in'));
  await signIn(third);
  await first.reload();
  await first.getByRole('link', { name: 'Sign in', exact: true }).first().waitFor();
  await first.waitForLoadState('networkidle');
  expect(await first.getByText('Amara Okafor').count()).toBe(0);
  await first.context().close();
});

test('after a session has expired, the next person to sign in sees nothing of the last one', async () => {
  const page = await at('/sign-in');
  await signIn(page);
  await page.getByText('Amara Okafor').first().waitFor();
  const refused = { code: 'token-expired', title: 'Expired', status: 401, detail: '', requestId: 'r', errors: [] };
  await page.route('**/v1/circulation/renewals', (route) =>
    route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify(refused) }),
  );
  await page
    .getByRole('button', { name: /^Renew/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Sign in', exact: true }).first().click();
  await page.unroute('**/v1/circulation/renewals');
  let answer = (): void => undefined;
  const asked = new Promise<void>((done) => {
    answer = done;
  });
  await page.route(/\/v1\/(membership|patrons)\/me$/, async (route) => {
    await asked;
    await route.continue();
  });
  await signIn(page);
  expect(await page.getByText('Amara').count()).toBe(0);
  answer();
  await page.getByText('Amara Okafor').first().waitFor();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await closePage(page);
});
