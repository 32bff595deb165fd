import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../../local/places.ts';
import { noteAccessibility, walkByKeyboard } from '../builders/accessibility-run.ts';
import { openBrowser } from '../builders/browser.ts';
import { closePage, openPage, overflow, violations } from '../builders/browser-page.ts';
import { type Fixture, startFixture } from '../builders/fixture-api.ts';
import { isWholeProof, proofSize } from '../builders/proof-size.ts';

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

const scenario = (number: number): string => `scn_01kb000000000000000000000${number}`;
const good = { violations: [], overflow: 0 };
const pages: [
  name: string,
  path: string,
  heading: RegExp,
  who?: 'patron' | 'staff' | 'approver' | 'preparer' | 'admin' | 'manager',
][] = [
  ['home', '/', /Find it/],
  ['search', '/search?q=emma&format=book', /Catalogue search/],
  ['a search that finds nothing', '/search?q=nothing&member=riverton', /Catalogue search/],
  ['a record', '/record/rec_1', /Emma/, 'patron'],
  ['a list to leaf through', '/browse?list=author&from=austen', /Browse the catalogue/],
  ['a heading with its records', '/browse?list=author&at=a2V5IDA&heading=a2V5IDA', /Browse the catalogue/],
  ['a record that is not there', '/record/rec_none', /Record/],
  ['a link that cites', '/openurl?genre=book&title=Persuasion&aulast=Austen', /Persuasion/, 'patron'],
  ['a link that cites nothing', '/openurl', /What the link cites/],
  ['what is asked for by its details', '/cite?title=Persuasion', /Ask for something by its details/, 'patron'],
  ['my account', '/account', /My account/, 'patron'],
  ['my lists', '/lists', /My lists/, 'patron'],
  ['the page for children', '/children', /What would you like to read/],
  ['my card', '/card', /My library card/, 'patron'],
  ['my saved searches', '/searches', /Saved searches/, 'patron'],
  ['a shared list', '/shared/p4Yq8sVb1nXc6Zr0LwKe3TjUm9GdHa2FiOo5BkNvCxQ', /For the summer/],
  ['a list of mine', '/lists/svl_01kb0000000000000000000000', /For the summer/, 'patron'],
  ['the demo', '/welcome', /Eleven people/],
  ['why to trust it', '/trust', /Why to trust it/],
  ['lists of nobody', '/lists', /My lists/],
  ['sign-in', '/sign-in', /Sign in/],
  ['a forgotten PIN', '/forgotten-pin', /Set a new PIN/],
  ['today', '/today', /day, /, 'staff'],
  ['today of the consortium', '/today', /day, /, 'admin'],
  ['limits and blocks', '/limits', /Limits and blocks/, 'admin'],
  ['rules for notices', '/notice-rules', /Rules for notices/, 'admin'],
  ['rules for patrons', '/patron-rules', /Rules for patrons/, 'admin'],
  ['rules for targeting', '/targeting-rules', /Rules for targeting/, 'admin'],
  ['rules for movements', '/movement-rules', /Rules for movements/, 'admin'],
  ['general loan rules', '/general-loan-rules', /General loan rules/, 'admin'],
  ['what counts as the same title', '/match-rules', /What counts as the same title/, 'admin'],
  ['headings that are shown differently', '/shown-headings', /Headings that are shown differently/, 'admin'],
  ['rules for union records', '/union-rules', /Rules for union records/, 'admin'],
  ['proposals and decisions', '/proposals', /Proposals and decisions/, 'admin'],
  ['a proposal on a ballot', '/proposals/cpr_01kb0000000000000000000000', /Lend films for two weeks/, 'admin'],
  ['a new proposal', '/proposals/new', /Write a proposal/, 'admin'],
  ['a new text of a proposal', '/proposals/cpr_01kb0000000000000000000000/edit', /Change the text/, 'admin'],
  ['bodies and meetings', '/bodies', /Bodies and meetings/, 'admin'],
  ['a body', '/bodies/bdy_1', /Council of directors/, 'admin'],
  ['a meeting', '/bodies/bdy_1/mtg_held', /Council of directors, /, 'admin'],
  ['public decisions', '/decisions', /Meetings and decisions/],
  ['own seats', '/my-seats', /My seats/],
  ['the bylaws', '/bylaws', /Bylaws/, 'admin'],
  ['exceptions of libraries', '/exceptions', /Exceptions of libraries/, 'admin'],
  ['rules for billing', '/billing-rules', /Rules for billing/, 'admin'],
  ['attribution of costs', '/attribution', /Attribution of costs/, 'admin'],
  ['the free tier', '/free-tier', /Free tier of AWS/, 'admin'],
  ['floors and ceilings', '/rule-bounds', /Floors and ceilings/, 'admin'],
  ['rules for interlibrary loans', '/sharing-rules', /Rules for interlibrary loans/, 'admin'],
  ['the fees', '/fees', /Fees/, 'admin'],
  ['the loan rules', '/loan-rules', /Loan rules/, 'staff'],
  ['the desk', '/desk', /Desk/, 'staff'],
  ['patrons', '/patrons', /Patrons/, 'staff'],
  ['a new patron', '/patrons/new', /Register a patron/, 'staff'],
  ['the record of a patron', '/patrons/pat_01kaw5v7n0000000000000009z', /Lindholm, Amy/, 'staff'],
  ['a patron of another library', '/patrons/pat_01kaw5v7n0000000000000000z', /Okafor, Amara/, 'staff'],
  ['sign-ups to verify', '/patrons/sign-ups', /Sign-ups to verify/, 'staff'],
  ['expiring cards', '/patrons/expiring', /Expiring cards/, 'staff'],
  ['possible duplicates of patrons', '/patrons/duplicates', /Possible duplicates/, 'staff'],
  ['the pull list', '/holds/pull', /Pull list/, 'staff'],
  ['the hold shelf', '/holds/shelf', /Hold shelf/, 'staff'],
  ['the shelf to clear', '/holds/clear', /Shelf to clear/, 'staff'],
  ['what comes in', '/holds/coming', /Coming in/, 'staff'],
  ['the courier', '/holds/courier', /Courier/, 'staff'],
  ['late transits', '/holds/late', /Late in transit/, 'staff'],
  ['missing items', '/holds/missing', /Missing/, 'staff'],
  ['hopeless holds', '/holds/hopeless', /Holds that no copy can fill/, 'staff'],
  ['libraries and hours', '/libraries', /Libraries and hours/],
  ['a branch', '/libraries/riverton/main', /Riverton Central Library/],
  ['machine clients', '/machines', /Machine clients/, 'admin'],
  ['webhooks', '/webhooks', /Webhooks/, 'admin'],
  ['payment accounts', '/payment-accounts', /Payment accounts/, 'admin'],
  ['the audit log', '/audit', /Audit log/, 'admin'],
  ['my classes', '/my-classes', /My classes/, 'patron'],
  ['the set-up of a library', '/set-up', /Set-up/, 'manager'],
  ['staff picks and events', '/home-content', /Staff picks and events/, 'manager'],
  ['providers of covers', '/cover-providers', /Providers of covers/, 'admin'],
  ['locations and item types', '/names', /Locations and item types/, 'manager'],
  ['data migration', '/migration', /Data migration/, 'manager'],
  ['one load of data', '/migration/riverton/lod_01kb0000000000000000000000', /From the old system/, 'manager'],
  ['opening and closing of the day', '/day', /Opening and closing/, 'staff'],
  ['shared desks', '/shared-desks', /Shared desks/, 'admin'],
  ['the own code and badge', '/my-code', /My code and badge/, 'staff'],
  ['the Practice Library', '/practice', /Practice Library/, 'staff'],
  ['branches', '/branches', /Branches/, 'admin'],
  ['the queue of a title', '/holds/queue/rec_1', /Queue: /, 'staff'],
  ['change patrons', '/patron-changes', /Change patrons/, 'staff'],
  ['transactions of devices', '/device-transactions', /Device transactions/, 'staff'],
  ['overdue and lost', '/late-list', /Overdue and lost/, 'staff'],
  ['a shelf check', '/shelf-check', /Shelf check/, 'staff'],
  ['the till', '/till', /Till/, 'staff'],
  ['letters and notices', '/notices', /Letters and notices/, 'staff'],
  ['tills and netting', '/money/2026-10?member=riverton', /Money of October 2026/, 'staff'],
  ['loans between libraries', '/loans', /Loans between libraries/, 'staff'],
  ['loans that we are asked for', '/loans?side=supplier', /Loans between libraries/, 'staff'],
  ['one loan between libraries', '/loans/req_terms', /The tale of Genji/, 'staff'],
  ['a loan from outside', '/loans/req_outside', /The glass orchard/, 'staff'],
  ['partners outside', '/partners', /Partners outside/, 'admin'],
  ['one partner', '/partners/prt_1', /Northern Broker/, 'admin'],
  ['reports on loans', '/loan-reports', /How loans between libraries go/, 'staff'],
  ['reports on loans of all', '/loan-reports', /How loans between libraries go/, 'admin'],
  ['loans by month', '/loan-counts', /Loans by month/, 'admin'],
  ['value of membership', '/value', /Value of membership/, 'admin'],
  ['copies and copyright', '/copyright', /Copies and copyright/, 'staff'],
  ['a request that waits for a decision on copyright', '/loans/req_more', /On rivers and their lakes/, 'staff'],
  ['costs over the months', '/costs', /Costs over the months/, 'preparer'],
  ['the month', '/months/2026-10?service=circulation', /Costs of October 2026/, 'staff'],
  ['a payment that is confirmed', '/account/payments/opy_01kb0000000000000000000000', /Pay online/, 'patron'],
  ['online payments', '/online-payments?member=riverton&month=2026-11', /Online payments/, 'preparer'],
  ['the bill of a month', '/reconciliation/2026-10', /Bill of October 2026/, 'preparer'],
  ['the books of the consortium', '/books', /Books of the consortium/, 'preparer'],
  ['the statements of the bank', '/bank?statement=2026-11-24-0f5c8e1d2a3b4c5d', /Bank statements/, 'preparer'],
  ['the period board', '/periods', /Period board/, 'preparer'],
  ['the period board of who approves', '/periods', /Period board/, 'approver'],
  ['a statement', '/statements/2026-05/riverton?line=direct-own-search', /Statement of May 2026/, 'staff'],
  ['statements, for who has none', '/statements', /^Statements$/, 'patron'],
  ['a statement of account', '/accounts/riverton', /Statement of account/, 'preparer'],
  ['an estimate', '/estimate?checkoutsAYear=500000&todayAYear=400000', /What Concord would cost/, 'admin'],
  [
    'the requests of a day',
    '/days/2026-11-24?member=riverton&operation=circulation-check-out',
    /check out \(circulation\)/,
    'staff',
  ],
  ['the split workbench', '/workbench', /Split workbench/, 'preparer'],
  ['a scenario', `/workbench/${scenario(3)}`, /By bands, as first proposed/, 'approver'],
  ['a scenario that was adopted', `/workbench/${scenario(1)}`, /As it is/, 'staff'],
  ['two scenarios', `/workbench/compare?one=${scenario(1)}&other=${scenario(3)}`, /Two side by side/, 'approver'],
  ['figures for cost sharing', '/workbench/figures', /Figures for cost sharing/, 'staff'],
  ['where cataloguing begins', '/cataloguing', /Cataloguing/, 'staff'],
  ['loads', '/loads', /Loads/, 'staff'],
  ['a load', '/loads/imp_done?member=riverton', /A load/, 'staff'],
  ['a mapping of copies', '/item-mapping', /Mapping of copies/, 'staff'],
  ['many copies to change', '/item-changes', /Change many copies/, 'staff'],
  ['a change of copies', '/item-changes/ibt_01kb0000000000000000000009?member=riverton', /A change of many/, 'staff'],
  ['many records to change', '/record-changes', /Change many records/, 'staff'],
  [
    'a change of records',
    '/record-changes/ibt_01kb000000000000000000000r?member=riverton',
    /A change of many rec/,
    'staff',
  ],
  ['kinds of new records', '/new-record', /New record/, 'staff'],
  ['a new record', '/new-record?template=book', /New record/, 'staff'],
  ['records to copy', '/copy-records', /Copy records/, 'staff'],
  ['catalogues to copy from', '/copy-targets', /Catalogues to copy from/, 'admin'],
  ['labels', '/labels', /Labels/, 'staff'],
  ['a new copy', '/new-item', /New copy/, 'staff'],
  ['templates for new copies', '/item-templates', /Templates for new copies/, 'staff'],
  ['a copy', '/copy?barcode=31234000123459', /A copy/, 'staff'],
  ['last copies on offer', '/last-copies', /Last copies on offer/, 'staff'],
  ['fast-added records', '/fast-added', /Fast-added records/, 'staff'],
  ['protected fields', '/protected-fields', /Protected fields/, 'staff'],
  ['departments', '/departments', /Departments/, 'manager'],
  ['e-book collections', '/digital-collections', /E-book collections/, 'admin'],
  ['a new library', '/new-library', /New library/, 'admin'],
  ['the classes of a school', '/classes', /Classes/, 'staff'],
  ['a class', '/classes/5b', /Class 5b/, 'staff'],
  ['course reserves', '/reserves', /Course reserves/, 'staff'],
  ['the reserves of a course', '/reserves/crs_1', /Reading list/, 'staff'],
  ['a school year', '/school-year', /School year/, 'staff'],
  ['funds', '/funds', /Funds of Riverton/, 'staff'],
  ['the end of a fiscal year', '/funds/year-end', /End of the fiscal year: Riverton/, 'staff'],
  ['orders', '/orders', /Orders of Riverton/, 'staff'],
  ['order', '/orders/ord_1', /Order .*00001/, 'staff'],
  ['invoices', '/invoices', /Invoices of Riverton/, 'staff'],
  ['invoice', '/invoices/vin_900', /Invoice INV-900/, 'staff'],
  ['serials', '/serials', /Serials of Riverton/, 'staff'],
  ['a subscription', '/serials?at=sub_1', /Bee World/, 'staff'],
  ['budgets', '/budgets', /Budgets of the consortium/, 'preparer'],
  ['account codes', '/accounts/riverton/codes', /Account codes/, 'preparer'],
  ['a settlement of the year', `/workbench/${scenario(9)}/true-up`, /True-up of /, 'preparer'],
  ['prices', '/prices', /Prices of the platform/, 'preparer'],
  ['members over time', '/members', /Membership over time/, 'admin'],
  ['staff', '/staff', /Staff/, 'manager'],
  ['rules for debts', '/debt-rules', /Rules for debts/, 'admin'],
  ['rules for holds', '/hold-rules', /Rules for holds/, 'admin'],
  ['rules for PINs', '/pin-rules', /Rules for PINs/, 'admin'],
  ['the courses of a library', '/courses', /Course reserves/],
  ['the reading list of a course', '/courses/crs_1', /The Atlantic World/],
  ['a record being edited', '/edit/riverton:b1000', /Edit a record/, 'staff'],
  ['possible duplicates of records', '/possible-duplicates', /Duplicates and pairs to look at/, 'staff'],
  ['the records of the members', '/record/rec_1/sources', /Records of the members/, 'staff'],
  ['who sees a record', '/visibility/riverton:b2000', /Who sees it/, 'staff'],
  ['a sign-up', '/sign-up', /Get a library card/],
  ['nowhere', '/nowhere', /Nothing here/],
];
/** The windows in which axe runs. Colours and width are independent, so the narrow window is tested in dark mode. */
const windows = ['1280 px, light', '320 px, dark'] as const;
// `npm test` examines every third page, with axe in one of the windows in turn; `npm run prove:accessibility` and
// `npm run bench:accessibility` examine each page in both windows. The tests of the work on most pages run axe too.
const examined = pages
  .filter((_, at) => at % proofSize(3, 1) === 0)
  .map(
    ([name, path, heading, who], at) =>
      [name, { path, heading, who, run: isWholeProof ? windows : [windows[at % 2]] }] as const,
  );

test.each(examined)(
  '%s meets WCAG 2.2 AA, fits 1280 and 320 px and calls no other host',
  async (name, { path, heading, who, run }) => {
    const { page, wrong } = await openPage(browser, `${fixture.url}${path}`, who ? { who } : {});
    await page.getByRole('heading', { level: 1, name: heading }).waitFor({ state: 'attached' });
    const examine = async (window: (typeof windows)[number]): Promise<void> => {
      const found = run.includes(window) ? await violations(page) : [];
      expect({ violations: found, overflow: await overflow(page) }).toEqual(good);
      await noteAccessibility(page, { name, path, window, whole: window === windows[0] });
    };
    await examine('1280 px, light');
    if (run.includes('320 px, dark')) {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });
    }
    await page.setViewportSize({ width: 320, height: 800 });
    await examine('320 px, dark');
    expect(wrong).toEqual([]);
    expect(await page.getByText('Demo data.').isVisible()).toBe(true);
    await closePage(page);
  },
);

test('every address of the web app is among the pages, except the return from the sign-in', () => {
  const routes = readFileSync(join(root, 'web', 'src', 'app', 'routes.tsx'), 'utf8');
  const addresses = [...routes.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path);
  const visited = pages.map(([, path]) => path.replace(/\?.*$/, ''));
  const unvisited = addresses.filter((path) => {
    const pattern = new RegExp(`^${path.replace(/\$\w+/g, '[^/]+')}$`);
    return !visited.some((one) => pattern.test(one));
  });
  expect(unvisited).toEqual(['/signed-in']);
});

test('a simulated month is saved under a name that marks it', async () => {
  const { page } = await openPage(browser, `${fixture.url}/months/2026-10`, { who: 'staff' });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('concord-2026-10-all-synthetic.csv');
  await closePage(page);
});

test('simulated use has no requests to open, and a real month is not compared with it', async () => {
  const made = (await openPage(browser, `${fixture.url}/months/2026-10?service=circulation`, { who: 'staff' })).page;
  await made.getByRole('heading', { name: 'Operations of Circulation' }).waitFor();
  await made.getByRole('rowheader', { name: 'check out' }).waitFor();
  expect(await made.getByRole('link', { name: 'check out' }).count()).toBe(0);
  expect(await made.getByText('by volume').count()).toBe(1);
  await closePage(made);
  const real = (await openPage(browser, `${fixture.url}/months/2026-11?service=circulation`, { who: 'staff' })).page;
  await real.getByRole('link', { name: 'check out' }).waitFor();
  await real.getByText('October 2026 was made up for the demo: this is no change of real use.').waitFor();
  expect(await real.getByText('by volume').count()).toBe(0);
  await closePage(real);
});

test('the late lists are complete: longest overdue first, lost items with charge but no other’s name, expiring cards', async () => {
  const { page } = await openPage(browser, `${fixture.url}/late-list`, { who: 'staff' });
  await page.getByText(/^3 loans are overdue, as of/).waitFor();
  expect(await page.getByRole('rowheader').allTextContents()).toEqual([
    'Emma',
    'Cien años de soledad',
    'The tale of Genji',
  ]);
  await page.getByText('(16 days)').waitFor();
  await page.getByRole('button', { name: 'Lost' }).click();
  await page.getByText(/^1 loan is lost, as of/).waitFor();
  await page.getByRole('cell', { name: /^Patron of/ }).waitFor();
  await page.getByRole('cell', { name: '€30.00' }).waitFor();
  await page.getByRole('button', { name: 'Cards that end' }).click();
  await page.getByText(/^1 card ends within 30 days/).waitFor();
  await page.getByRole('rowheader', { name: 'Amara Okafor' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Cards that end' }).isVisible()).toBe(false);
  expect(await page.getByText(/^1 card ends within 30 days/).isVisible()).toBe(true);
  await closePage(page);
});

test('the language is changed in place and stored', async () => {
  const { page } = await openPage(browser, `${fixture.url}/search?q=emma`);
  await page.getByLabel('Language', { exact: true }).selectOption('es');
  await page.getByText('10 resultados para «emma»').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
  await page.reload();
  await page.getByRole('button', { name: 'Buscar' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});

test('a visitor’s choice of dark overrides the system, and is stored', async () => {
  const { page } = await openPage(browser, fixture.url);
  await page.getByRole('button', { name: 'Dark colours' }).click();
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('dark');
  await closePage(page);
});

test('the walk by keyboard over a page finds a stop without a visible focus and one that is covered', async () => {
  const page = await browser.newPage();
  await page.setContent(`<style>button { border: 0; box-shadow: none } #hidden:focus { outline: none }</style>
    <p><button>Good</button></p><p><button id="hidden">No ring</button></p>
    <p style="position: relative"><button>Under</button><span style="position: absolute; inset: 0; background: grey"></span></p>`);
  expect(await walkByKeyboard(page)).toEqual({
    ...{ stops: 3, leaves: true },
    bad: [
      { stop: 'button No ring', why: 'no-visible-focus' },
      { stop: 'button Under', why: 'covered' },
    ],
  });
  await page.context().close();
});
