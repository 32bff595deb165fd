import { violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

const { at, requestsTo, addressOf } = browserPages({ who: 'staff' });

test('staff see only the areas that their roles open, and the pages of the current one', async () => {
  const desk = await at('/desk');
  const areas = desk.getByRole('navigation', { name: 'Areas' });
  await areas.getByRole('link', { name: 'Holds and moving' }).waitFor();
  const pages = areas.getByRole('list', { name: 'Pages of Desk' });
  expect(await pages.getByRole('link', { name: 'Check out and in' }).getAttribute('aria-current')).toBe('page');
  for (const [path, name] of [
    ['/patrons', 'Find patrons'],
    ['/patrons/new', 'Register'],
    ['/patrons/sign-ups', 'Sign-ups'],
    ['/today', 'Today'],
  ] as const) {
    await desk.evaluate((to) => history.pushState({}, '', to), path);
    await desk.waitForURL(`**${path}`);
    const current = desk.locator('.rail [aria-current]');
    await current.getByText(name, { exact: true }).waitFor();
    expect(await current.allTextContents()).toEqual([name]);
  }
  await desk.evaluate(() => history.pushState({}, '', '/desk'));
  await pages.getByRole('link', { name: 'Overdue and lost' }).click();
  await desk.getByRole('heading', { level: 1, name: 'Overdue and lost' }).waitFor();
  await desk.context().close();
  const admin = await at('/today', { who: 'admin' });
  const theirs = admin.getByRole('navigation', { name: 'Areas' });
  await theirs.getByRole('link', { name: 'Policies' }).waitFor();
  expect(await theirs.getByRole('link', { name: 'Desk' }).count()).toBe(0);
  expect(await theirs.getByRole('link', { name: 'Patrons' }).count()).toBe(0);
  await admin.getByText('All members').waitFor();
  await admin.keyboard.press('F2');
  // No page asks them to sign in again, also where their roles do not lead.
  for (const [path, refusal] of [
    ['/desk', /staff who work at one/],
    ['/patrons', /staff who work at one/],
    ['/late-list', /staff who work at one/],
    ['/loans', /staff of interlibrary loan/],
  ] as const) {
    expect(new URL(admin.url()).pathname).not.toBe(path);
    await admin.evaluate((to) => history.pushState({}, '', to), path);
    await admin.getByText(refusal).waitFor();
    await admin.waitForURL(`**${path}`);
    expect(
      await admin
        .getByRole('main')
        .getByRole('link', { name: /sign in/i })
        .count(),
    ).toBe(0);
  }
  await admin.context().close();
});

test('finding B18: the branch in use is the one that was last selected, on every page', async () => {
  const page = await at('/desk');
  await page.getByLabel('Working at').selectOption({ label: 'Eastside Branch' });
  await page.getByRole('main').getByText('Eastside Branch').first().waitFor();
  await page.getByRole('link', { name: 'Holds and moving' }).click();
  await page.getByRole('main').getByText('Eastside Branch').first().waitFor();
  await page.reload();
  await page.getByRole('main').getByText('Eastside Branch').first().waitFor();
  await page.context().close();
});

test('opened titles are listed as recent', async () => {
  const page = await at('/record/rec_1');
  const recent = page.getByRole('region', { name: 'Recent' });
  await recent.getByRole('link', { name: /^Emma/ }).waitFor();
  await page.context().close();
});

test('while the next page is loaded, the page before takes no text', async () => {
  const page = await at('/patrons');
  const field = page.getByRole('main').getByRole('textbox').first();
  await field.fill('Okafor');
  const loading = Promise.withResolvers<void>();
  await page.route('**/assets/*.js', async (route) => {
    await loading.promise;
    await route.continue();
  });
  await field.evaluate(() => history.pushState({}, '', '/till'));
  const main = page.locator('main[inert]');
  await main.waitFor();
  await page.keyboard.type('lost');
  expect(await page.locator('main input').first().inputValue()).toBe('Okafor');
  loading.resolve();
  await page.getByRole('heading', { level: 1, name: 'Till' }).waitFor();
  expect(await main.count()).toBe(0);
  await page.context().close();
});

test('a question mark shows the keys, and they can be switched off', async () => {
  const page = await at('/till');
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await keys.getByText('Ctrl K').waitFor();
  expect(await violations(page)).toEqual([]);
  await keys.getByRole('checkbox', { name: 'Single letters and signs act outside fields' }).uncheck();
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.keyboard.press('F2');
  await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.context().close();
});

test('single keys act on what the page marks, outside fields and dialogs, and can be switched off', async () => {
  const page = await at('/patrons/pat_0113');
  const box = page.locator('.scan-box input');
  await page.waitForFunction(() => document.activeElement?.closest('.scan-box') !== null);
  const tab = (name: RegExp) => page.getByRole('tab', { name });
  // In a field a letter is text.
  await page.keyboard.press('e');
  expect(await box.inputValue()).toBe('e');
  await box.fill('');
  await tab(/^Blocks/).focus();
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await box.inputValue()).toBe('');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await tab(/^Blocks/).focus();
  await page.keyboard.press('h');
  await page.getByRole('dialog', { name: 'Place a hold' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await tab(/^Holds/).focus();
  await page.keyboard.press('n');
  await page.waitForFunction(() => document.activeElement?.matches('textarea'));
  await tab(/^Messages/).focus();
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Renew all' }).waitFor();
  await eventually(() => expect(requestsTo('circulation-renew').length).toBeGreaterThan(1));
  // A scan that begins with such a letter is a scan.
  await tab(/^Loans/).focus();
  await page.keyboard.type('E31101000000011');
  expect(await box.inputValue()).toBe('E31101000000011');
  expect(await dialog.count()).toBe(0);
  await page.evaluate(() => localStorage.setItem('concord.single-keys', 'off'));
  await box.fill('');
  await tab(/^Holds/).focus();
  await page.keyboard.press('n');
  expect(await box.inputValue()).toBe('n');
  await page.keyboard.press('F6');
  await page.getByRole('heading', { level: 1, name: 'Pull list' }).waitFor();
  await page.context().close();
});

test('on a phone the header is one line, four areas stand at the foot, and all of them under “More”', async () => {
  const page = await at('/desk', { width: 390 });
  await page.getByRole('link', { name: 'Patrons', exact: true }).waitFor();
  const bar = page.getByRole('banner');
  await bar.getByText('Riverton Central Library').waitFor();
  expect((await bar.boundingBox())?.height).toBeLessThan(60);
  // The search is an icon until it is used.
  const search = page.getByRole('combobox', { name: 'Find anything' });
  expect((await search.boundingBox())?.width).toBeLessThan(60);
  await search.focus();
  expect((await search.boundingBox())?.width).toBeGreaterThan(250);
  expect(await page.getByRole('link', { name: 'Money' }).isVisible()).toBe(false);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('link', { name: 'Money' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Money' }).click();
  await page.getByRole('heading', { level: 1, name: /^Costs over the months/ }).waitFor();
  expect(await page.getByRole('link', { name: 'Teaching' }).isVisible()).toBe(false);
  await page.context().close();
});

test('patrons keep the light header and never load the frame of staff', async () => {
  const page = await at('/account', { who: 'patron' });
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Browse' }).waitFor();
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(loaded.filter((name) => /staff-(shell|icon)|find-box/.test(name))).toEqual([]);
  expect(loaded.filter((name) => /(besley|source-sans-3)-latin-wght-normal/.test(name))).toHaveLength(2);
  await page.context().close();
});

test('staff enter the Practice Library from their menu, every page says so, and they leave it again', async () => {
  const page = await at('/today');
  const tokens: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/membership/me')) tokens.push(request.headers().authorization);
  });
  await page.locator('.person-menu summary').click();
  await page.getByRole('link', { name: 'Practice Library' }).click();
  await page.getByRole('combobox', { name: 'Role to try' }).selectOption('Desk supervisor');
  await page.getByRole('button', { name: 'Enter the Practice Library' }).click();
  const banner = page.getByRole('complementary', { name: 'Practice Library' });
  await banner.getByText('Everything here is deleted each night.').waitFor();
  await page.getByRole('cell', { name: 'P0001 · B1011' }).waitFor();
  expect(tokens.at(-1)).toBe('Bearer x.practice.staff');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('F2');
  await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor();
  await banner.getByRole('button', { name: 'Leave' }).click();
  await page.waitForURL('**/today');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await banner.count()).toBe(0);
  expect(tokens.at(-1)).toBe('Bearer staff');
  await page.context().close();
});

test('the heading of a page that people open first is there before the app loads, in the language of the visitor', async () => {
  const page = await at('/libraries', { who: 'patron' });
  await page.route('**/assets/index-*.js', (route) => route.abort());
  for (const [language, path, heading] of [
    ['en', '/', 'Find it. Have it sent to your library.'],
    ['es', '/libraries', 'Bibliotecas y horarios'],
    ['fr', '/account', 'Mon compte'],
    ['en', '/welcome', 'Eleven people. Six libraries. One Monday.'],
  ] as const) {
    await page.evaluate((chosen) => localStorage.setItem('concord.language', chosen), language);
    await page.goto(addressOf(path));
    await page.locator('#first-view').getByRole('heading', { level: 1, name: heading }).waitFor();
    expect(await violations(page)).toEqual([]);
  }
  await page.goto(addressOf('/desk'));
  expect(await page.locator('#root').innerHTML()).toBe('');
  await page.context().close();
});
