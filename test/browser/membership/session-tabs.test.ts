import type { Page, Route } from 'playwright-core';
import { closePage, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(60_000);
const { at, addressOf, requestsTo } = browserPages({});

const expired = (route: Route) =>
  route.fulfill({
    ...{ status: 401, contentType: 'application/problem+json' },
    json: { code: 'token-expired', title: 'Expired', status: 401, detail: '', requestId: 'r', errors: [] },
  });

/** A token that names its person, as those of the API do. */
const tokenOf = (person: string): string =>
  `x.${Buffer.from(JSON.stringify({ sub: person })).toString('base64url')}.${person}`;

/** Answers as the user pool: it signs this person in at once. */
const signsIn = async (page: Page, person: string): Promise<void> => {
  await page.context().route('**/config.json', (route) => route.fulfill({ json: { userPoolId: 'p', clientId: 'c' } }));
  await page.context().route('**/oauth2/authorize*', (route) => {
    const state = new URL(route.request().url()).searchParams.get('state');
    const target = addressOf(`/signed-in?code=c&state=${state}`);
    return route.fulfill({
      contentType: 'text/html',
      body: `<script>location.replace(${JSON.stringify(target)})</script>`,
    });
  });
  const token = tokenOf(person);
  const json = { access_token: token, id_token: token, token_type: 'Bearer', expires_in: 900 };
  await page.context().route('**/oauth2/token', (route) => route.fulfill({ json }));
};

/** Opens the sign-in from the lock of a page, and signs in as staff. */
const signInBeside = async (page: Page): Promise<Page> => {
  const opening = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Sign in in another tab' }).click();
  const beside = await opening;
  await beside.getByRole('button', { name: 'Sign in as staff' }).click();
  return beside;
};

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

test('a tab that signed in and out soon after it was opened stays signed out when another tab signs in', async () => {
  const first = await at('/sign-in');
  // A new tab takes a session over for two seconds: here it would for a minute, so that all that follows is soon enough.
  await first.context().addInitScript(() => {
    const later = window.setTimeout;
    Object.assign(window, { setTimeout: (run: () => void, ms: number) => later(run, ms === 2000 ? 60_000 : ms) });
  });
  await first.reload();
  await signIn(first);
  await first.getByRole('button', { name: 'Sign out', exact: true }).click();
  await first.getByRole('link', { name: 'Sign in', exact: true }).first().waitFor();
  const second = await first.context().newPage();
  await second.goto(addressOf('/sign-in'));
  await signIn(second);
  await first.reload();
  await first.getByRole('link', { name: 'Sign in', exact: true }).first().waitFor();
  await first.waitForLoadState('networkidle');
  expect(await first.getByText('Amara Okafor').count()).toBe(0);
  await first.context().close();
});

test('a page whose session expired stays with what was typed for the same person signing in beside it, and for nobody else', async () => {
  const page = await at('/sign-in');
  const session = { kind: 'staff', token: tokenOf('staff'), expiresAt: Date.now() + 800_000, family: 'staff:staff' };
  await page.evaluate((text) => sessionStorage.setItem('concord.session', text), JSON.stringify(session));
  await page.goto(addressOf('/patrons/new'));
  const name = page.getByRole('textbox', { name: /^Family name/ });
  await name.fill('Lindholm');
  await page.getByRole('textbox', { name: /^Card/ }).fill('21101000000779');
  await page.route('**/v1/patrons/registrations', expired);
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  const lock = page.getByRole('dialog', { name: 'Your session has ended' });
  await lock.getByText('Walter Brandt').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(tokenOf('staff'));
  await page.unroute('**/v1/patrons/registrations');
  // Another person beside it gets a page of its own.
  await signsIn(page, 'manager');
  const other = await signInBeside(page);
  await other.getByText('Omar Haddad').first().waitFor();
  await lock.waitFor();
  await other.close();
  await page.context().unrouteAll();
  await signsIn(page, 'staff');
  await signInBeside(page);
  await lock.waitFor({ state: 'detached' });
  expect(await name.inputValue()).toBe('Lindholm');
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByText('Registered.').waitFor();
  expect(requestsTo('patrons-register-patron')[0]?.body).toMatchObject({ card: '21101000000779' });
  await page.context().close();
});

test('after a session has expired, the next person to sign in sees nothing of the last one', async () => {
  const page = await at('/sign-in');
  await signIn(page);
  await page.getByText('Amara Okafor').first().waitFor();
  await page.route('**/v1/circulation/renewals', expired);
  await page
    .getByRole('button', { name: /^Renew/ })
    .first()
    .click();
  const lock = page.getByRole('dialog', { name: 'Your session has ended' });
  await lock.waitFor();
  await page.unroute('**/v1/circulation/renewals');
  let answer = (): void => undefined;
  const asked = new Promise<void>((done) => {
    answer = done;
  });
  await page.route(/\/v1\/(membership|patrons)\/me$/, async (route) => {
    await asked;
    await route.continue();
  });
  await lock.getByRole('textbox', { name: /^Card number/ }).fill('21101000000024');
  await lock.getByRole('textbox', { name: /^PIN/ }).fill('482615');
  await lock.getByRole('button', { name: 'Sign in', exact: true }).click();
  await lock.waitFor({ state: 'detached' });
  expect(await page.getByText('Amara').count()).toBe(0);
  answer();
  await page.getByText('Amara Okafor').first().waitFor();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await closePage(page);
});
