import type { Page } from 'playwright-core';
import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(60_000);
const { at, requestsTo } = browserPages({ who: 'staff' });
const text = (page: Page, name: RegExp | string) => page.getByRole('textbox', { name, exact: true });
const refusal = (code: string, status: number) => ({
  ...{ status, contentType: 'application/problem+json' },
  body: JSON.stringify({ code, title: code, status, detail: '', requestId: 'r', errors: [] }),
});

test('what is typed for a new patron stays when the branch changes', async () => {
  const page = await at('/patrons/new');
  await text(page, /^Family name/).fill('Lindholm');
  await page.getByLabel('Birth date').fill('2020-05-01');
  await page.getByLabel('Guardian’s card').fill('21101000000099');
  await page.getByLabel('Guardian’s card').press('Enter');
  await page.getByText('Guardian: Amy Lindholm').waitFor();
  await page.getByLabel('Working at').selectOption({ index: 1 });
  expect(await text(page, /^Family name/).inputValue()).toBe('Lindholm');
  // A guardian stays chosen while the date is corrected, and is not sent for an adult.
  await page.getByLabel('Birth date').fill('1990-05-01');
  await page.getByLabel('Birth date').fill('2020-05-01');
  await page.getByText('Guardian: Amy Lindholm').waitFor();
  await page.getByLabel('Birth date').fill('1990-05-01');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await closePage(page);
});

test('a registration is not stopped by a failed check for the same person; unfinished parts are asked for and never dropped', async () => {
  const page = await at('/patrons/new');
  await page.route('**/v1/patrons/searches', (route) => route.fulfill(refusal('invalid', 422)));
  await text(page, /^Family name/).fill('Rossi');
  await text(page, 'Given name').fill('Maria');
  await text(page, 'Phone').fill('4321');
  await text(page, /^Card/).fill('21101000000780');
  await page.getByText('Address', { exact: true }).click();
  await text(page, /^Postal code/).fill('1234');
  await page.getByText('Address', { exact: true }).click();
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'locality');
  await eventually(() => expect(requestsTo('patrons-register-patron')).toEqual([]));
  await text(page, /^Town/).fill('Riverton');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/searches')) asked.push(JSON.parse(request.postData() ?? '{}').text);
  });
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByText('Registered.').waitFor();
  expect(asked).toEqual(['Rossi, Maria']);
  await eventually(() =>
    expect(requestsTo('patrons-register-patron')[0]?.body.person).toMatchObject({
      phones: [{ number: '4321' }],
      address: { lines: ['Riverton'], postalCode: '1234' },
    }),
  );
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await closePage(page);
});

test('pages wait for the list of libraries, and the sign-up page says when its rules cannot be read', async () => {
  const page = await at('/patrons/sign-ups');
  let answer = (): void => undefined;
  const asked = new Promise<void>((done) => {
    answer = done;
  });
  await page.route('**/v1/membership/directory?**', async (route) => {
    await asked;
    await route.continue();
  });
  for (const path of ['/patrons/sign-ups', '/today']) {
    const known = page.waitForResponse('**/v1/membership/me');
    await page.goto(new URL(path, page.url()).href);
    await known;
    await page.getByRole('main').getByRole('status').waitFor();
    expect(await page.getByRole('link', { name: 'Sign in as staff' }).count()).toBe(0);
    await eventually(() => expect(requestsTo('analytics-show-today')).toEqual([]));
  }
  answer();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.route('**/v1/patrons/sign-up-rules', (route) => route.fulfill(refusal('failed', 500)));
  await page.goto(new URL('/sign-up', page.url()).href);
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).waitFor();
  await page.unroute('**/v1/patrons/sign-up-rules');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('textbox', { name: /^Family name/ }).waitFor();
  await closePage(page);
});
