import type { Page } from 'playwright-core';
import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(60_000);
const { at: openAt, requestsTo, addressOf } = browserPages({});
let page: Page;
afterEach(() => closePage(page));

const sent = (id: string) => requestsTo(id).map(({ body }) => body);

test('an administrator changes the contacts of a branch, its hours and a closure, each from the version that was read', async () => {
  page = await openAt('/branches', { who: 'admin' });
  // Saving one half leaves what is typed in the other.
  await page.getByRole('button', { name: 'Add hours: Sun' }).click();
  await page.getByRole('textbox', { name: /Phone/ }).fill('+1 555 0100');
  await page.getByRole('combobox', { name: /Hold slips/ }).selectOption('The name');
  await page.getByRole('checkbox', { name: 'Main branch' }).check();
  await page.getByRole('button', { name: 'Save name and contacts' }).click();
  await page.getByText('The branch is changed.').waitFor();
  expect(sent('membership-update-branch')).toMatchObject([
    { phone: '+1 555 0100', holdSlip: 'name', main: true, version: 4 },
  ]);
  await page.getByRole('textbox', { name: /Website/ }).fill('https://riverton.example');
  await page.getByLabel('Closed from').fill('2099-01-02');
  await page.getByRole('textbox', { name: 'Reason (public)' }).fill('Inventory');
  await page.getByRole('button', { name: 'Add closure' }).click();
  await page.getByRole('button', { name: 'Save hours and closures' }).click();
  await page.getByText('Hours and closures are changed.').waitFor();
  expect(sent('membership-update-branch-hours')).toMatchObject([
    { version: 5, weekly: { sunday: [{ open: '09:00', close: '17:00' }] } },
  ]);
  expect(JSON.stringify(sent('membership-update-branch-hours'))).toContain('"from":"2099-01-02","to":"2099-01-02"');
  await page.getByRole('button', { name: 'Save name and contacts' }).click();
  await page.getByText('The branch is changed.').last().waitFor();
  expect(sent('membership-update-branch').at(-1)).toMatchObject({ website: 'https://riverton.example', version: 6 });
});

test('finding B15: a visitor reads the hours, the address and the closures of each branch, from the header', async () => {
  page = await openAt('/');
  await page.getByRole('link', { name: 'Libraries and hours' }).first().click();
  const card = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Riverton Central Library' }) });
  await card
    .getByText(/^(Open until|Closed)/)
    .first()
    .waitFor();
  expect(
    await card.getByRole('table', { name: 'Opening hours of Riverton Central Library' }).getByRole('row').count(),
  ).toBe(7);
  await card.getByRole('heading', { name: 'Closures' }).waitFor();
});

test('an administrator opens a branch, and creates and withdraws a machine client whose secret is shown once', async () => {
  page = await openAt('/branches', { who: 'admin' });
  await page.getByText('Open another branch').click();
  const form = page.locator('form').last();
  await form.getByRole('textbox', { name: /Code/ }).fill('harbour');
  await form.getByRole('textbox', { name: /Name/ }).fill('Harbour Branch');
  await form.getByRole('textbox', { name: /Address/ }).fill('3 Quay Street, Riverton');
  await form.getByRole('button', { name: 'Open the branch' }).click();
  await page.getByText('The branch is open.').waitFor();
  expect(sent('membership-create-branch')).toMatchObject([{ branchId: 'riverton.harbour', name: 'Harbour Branch' }]);
  await page.goto(addressOf('/machines'));
  await page.getByRole('textbox', { name: /Name/ }).fill('Self-check upstairs');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.getByText('shown this once', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Withdraw: / }).click();
  await page.getByRole('textbox', { name: 'Why' }).fill('It was stolen');
  await page.getByRole('button', { name: 'Withdraw', exact: true }).first().click();
  await page.getByRole('heading', { name: /^Withdraw / }).waitFor({ state: 'detached' });
  expect(sent('membership-withdraw-machine-client')).toMatchObject([{ reason: 'It was stolen' }]);
});

test('an administrator reads the versions of the hours of a branch', async () => {
  page = await openAt('/branches', { who: 'admin' });
  await page.getByText('Versions of the hours').click();
  await page
    .getByRole('row')
    .filter({ hasText: /\d\d:\d\d–\d\d:\d\d/ })
    .first()
    .waitFor();
  expect(sent('membership-list-calendars')).toHaveLength(1);
});

test('an administrator closes a branch because of snow: sees which dates move, confirms, and takes it back', async () => {
  page = await openAt('/branches', { who: 'admin' });
  await page.getByText('Close for some days (snow, a fault)').click();
  const part = page.locator('details').filter({ hasText: 'Close for some days' });
  await part.getByLabel(/^Closed from/).fill('2099-01-01');
  await part.getByLabel('To (empty: one day)').fill('2099-01-02');
  await part.getByLabel('On the first day from (empty: the whole day)').fill('14:00');
  await part.getByRole('textbox', { name: /Reason \(public\)/ }).fill('Closed because of snow');
  await part.getByRole('button', { name: 'Preview' }).click();
  const moves = page.getByRole('region', { name: 'Dates that move' });
  await moves.getByRole('row').filter({ hasText: 'Due dates of loans' }).getByText('112').waitFor();
  await page.getByText(/^3 because no later day is allowed/).waitFor();
  await page.getByText(/^12 overdue notices/).waitFor();
  await page.getByRole('button', { name: 'Close the branch' }).click();
  await page.getByText(/121 dates were moved/).waitFor();
  const dates = page.getByRole('region', { name: 'Each date' });
  await dates.getByRole('row', { name: /31234000123456 Due date .*Dec 1.* .*Dec 4.* moved/ }).waitFor();
  await dates.getByRole('button', { name: 'Export' }).waitFor();
  await page.getByRole('button', { name: 'Take it back' }).first().click();
  await page.getByText(/121 dates are as before/).waitFor();
  expect(sent('circulation-preview-closing')).toMatchObject([
    { to: '2099-01-02', closesAt: '14:00', reason: 'Closed because of snow' },
  ]);
  expect(sent('circulation-run-closing')).toMatchObject([{ way: 'look' }, { way: 'onwards' }, { way: 'back' }]);
});

test('the page of a branch shows hours, contacts and new titles of its library, which a visitor makes the own one', async () => {
  page = await openAt('/libraries');
  await page.getByRole('link', { name: 'Riverton Central Library', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Riverton Central Library' }).waitFor();
  await page.getByRole('table', { name: /Opening hours of Riverton Central Library/ }).waitFor();
  await page.getByRole('heading', { name: /New at/ }).waitFor();
  await page.getByRole('button', { name: 'Make it my library' }).click();
  await page.getByText('This is your library on this device.').waitFor();
  await closePage(page);
  page = await openAt('/libraries/riverton/none');
  await page.getByText('There is no such branch.').waitFor();
});
