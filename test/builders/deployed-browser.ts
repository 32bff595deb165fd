import type { Browser, Locator, Page } from 'playwright-core';
import type { Account, Endpoints } from '../../local/endpoints.ts';
import { openBrowser } from './browser.ts';
import { openPage } from './browser-page.ts';
import { noteRequests, writeFailedPages } from './failed-page.ts';

const staffSignIn = async (page: Page, username: string, password: string): Promise<void> => {
  await page.getByRole('button', { name: 'Sign in as staff' }).click();
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const patronSignIn = async (page: Page, card: string, pin: string): Promise<void> => {
  await page.getByLabel('Card number').fill(card);
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

/** Returns the card of a patron of the demo. */
export const cardOf = ({ signIn: how }: Account): string => (how.by === 'call' ? String(how.body.card) : '');

/** Returns the account of the consortium's first person with a role. */
export const consortiumStaff = ({ accounts }: Endpoints, role: string): Account => {
  const found = accounts.find((one) => one.member === null && one.role === role);
  if (found === undefined) throw new Error(`The demo consortium has no ${role}.`);
  return found;
};

let last = 0;
/** Returns a number that no earlier test on the same stack used: the last digits of the time, counting up. */
export const fresh = (length = 8): string => {
  last = Math.max(last + 1, Math.floor(Date.now() / 100));
  return String(last).slice(-length);
};

/** Signs a person of the demo in, on the sign-in page. */
export const signIn = async (page: Page, { signIn: how }: Account): Promise<void> => {
  if (how.by === 'user-pool') await staffSignIn(page, how.username, how.password);
  else await patronSignIn(page, String(how.body.card), String(how.body.pin));
};

/** Goes to a page by the navigation of staff, as a person does. */
export const goTo = async (page: Page, area: string, name: string): Promise<void> => {
  const areas = page.getByRole('navigation', { name: 'Areas' });
  await areas.getByRole('link', { name: area, exact: true }).click();
  const link = areas.getByRole('list', { name: `Pages of ${area}` }).getByRole('link', { name, exact: true });
  await link.click();
  await link.and(page.locator('[aria-current="page"]')).waitFor();
  // Until the page is loaded, the one before is shown, and would take what is typed.
  await page.locator('main:not([aria-busy])').waitFor();
};

/** Returns whether something is shown within eight seconds. */
const isThere = (something: Locator): Promise<boolean> =>
  something
    .first()
    .waitFor({ timeout: 8000 })
    .then(
      () => true,
      () => false,
    );

/** Reloads a page until it shows something that another part of the stack makes, or that a busy machine refused at first. */
export const shows = async (page: Page, something: Locator): Promise<void> => {
  for (let tries = 0; tries < 12; tries += 1) {
    if (await isThere(something)) return;
    await page.reload();
  }
  await something.first().waitFor();
};

/** A browser on the deployed web app: `at` opens a page as a visitor, `as` opens it after the sign-in of a person. */
export type DeployedBrowser = {
  at(path: string): Promise<Page>;
  as(account: Account, path: string): Promise<Page>;
};

/** Opens one browser for the tests of a file, on the deployed stack. No answer of its pages is made by a test. */
export const deployedBrowser = ({ web }: Endpoints): DeployedBrowser => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  // A page that stays open asks on, for example the counts of Today.
  afterEach(async () => {
    await writeFailedPages(browser);
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(() => browser.close());
  const at = async (path: string): Promise<Page> => {
    const { page } = await openPage(browser, `${web}${path}`);
    // The first call of an operation starts its function, which takes long on a busy machine.
    page.setDefaultTimeout(60_000);
    noteRequests(page);
    return page;
  };
  return {
    at,
    as: async (account, path) => {
      const page = await at(`/sign-in?back=${encodeURIComponent(path)}`);
      await signIn(page, account);
      await page.waitForURL((url) => url.pathname === new URL(path, web).pathname);
      return page;
    },
  };
};
