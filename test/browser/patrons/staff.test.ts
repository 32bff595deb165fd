import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { flowCounts, KEY_SECONDS, noteCount } from '../../../local/levels/flow-counts.ts';
import { answerTo, closePage, overflow, scan, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(60_000);
const { at, requestsTo } = browserPages({ who: 'staff' });

const wellFormed = { violations: [], overflow: 0 };
const form = async (page: Page) => ({ violations: await violations(page), overflow: await overflow(page) });

/** Counts the keys that staff press. */
const keyCounter = (page: Page) => {
  let keys = 0;
  return {
    count: () => keys,
    type: async (text: string) => {
      keys += text.length;
      await page.keyboard.type(text);
    },
    press: async (key: string, times = 1) => {
      for (let time = 0; time < times; time += 1) {
        keys += 1;
        await page.keyboard.press(key);
      }
    },
  };
};

test('finding B2: a desk finds patrons by name; what is typed stays out of the address, and Enter opens the record', async () => {
  const page = await at('/patrons');
  await page.keyboard.type('okafor');
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: /Okafor, Ngozi/ }).waitFor();
  expect(await page.getByRole('rowheader').count()).toBe(3);
  expect(await page.getByText('Legal name: Okafor-Bell, Ngozi').count()).toBe(1);
  expect(await page.getByRole('row', { name: /Ngozi/ }).getByText('Blocked').count()).toBe(1);
  expect(page.url()).not.toMatch(/okafor/i);
  expect(await form(page)).toEqual(wellFormed);
  await page.getByRole('row', { name: /Okafor, Chidi/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Okafor, Chidi' }).waitFor();
  expect(page.url()).toMatch(/\/patrons\/pat_0113$/);
  await page.goBack();
  await page.getByRole('row', { name: /Okafor, Ngozi/ }).waitFor();
  expect(await page.getByLabel('Find a patron').inputValue()).toBe('okafor');
  await closePage(page);
});

test('a search that finds one patron opens the record at once; one that finds nobody offers to register with the typed name', async () => {
  const page = await at('/patrons');
  await page.getByLabel('Find a patron').fill('okamoto');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Okamoto, Ren' }).waitFor();
  await page.goto(page.url().replace(/\/patrons\/.*/, '/patrons'));
  await page.getByLabel('Find a patron').fill('Maria Rossi');
  await page.keyboard.press('Enter');
  await page.getByText('No patron of this library fits.').waitFor();
  await page.getByRole('link', { name: 'Register a patron' }).click();
  expect(await page.getByRole('textbox', { name: /^Family name/ }).inputValue()).toBe('Rossi');
  expect(await page.getByRole('textbox', { name: 'Given name', exact: true }).inputValue()).toBe('Maria');
  expect(page.url()).toMatch(/\/patrons\/new$/);
  await closePage(page);
});

test('finding B1: a patron is registered by keyboard alone in at most 70 keys, and the record is ready for the first item', async () => {
  const page = await at('/patrons/new');
  const keys = keyCounter(page);
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'family');
  await keys.type('Rossi');
  await keys.press('Tab');
  await keys.type('Maria');
  await keys.press('Tab');
  await keys.type('04301991');
  // The date field has three parts and a button.
  for (let tab = 0; tab < 5 && !(await page.locator('.card-field input:focus').count()); tab += 1)
    await keys.press('Tab');
  // The scanner types the card and ends with Enter, which sends the form once nothing is missing.
  const registered = answerTo(page, '/v1/patrons/registrations');
  await scan(page, '21101000000777');
  await registered;
  await page.getByText('Registered. The card is ready: scan the first item.').waitFor();
  await page.getByRole('heading', { level: 1, name: 'Rossi, Maria' }).waitFor();
  // Beside the card, which is scanned.
  const typed = Number((keys.count() * KEY_SECONDS).toFixed(1));
  noteCount('new-patron', typed);
  expect(typed).toBeLessThanOrEqual(flowCounts['new-patron'].most);
  expect(keys.count()).toBeLessThanOrEqual(70);
  await eventually(() =>
    expect(requestsTo('patrons-register-patron').map(({ body }) => body)).toEqual([
      {
        ...{ branchId: 'riverton.main', homeBranch: 'riverton.main', card: '21101000000777', category: 'adult' },
        person: { name: { family: 'Rossi', given: 'Maria' }, birthDate: '1991-04-30' },
      },
    ]),
  );
  await page.waitForFunction(() => document.activeElement?.closest('.scan-box') !== null);
  await scan(page, '31101000000011');
  await page
    .getByText(/Lent until/)
    .first()
    .waitFor();
  await eventually(() =>
    expect(requestsTo('circulation-check-out').map(({ body }) => body.patron)).toEqual(['pat_new']),
  );
  await closePage(page);
});

test('who may be registered already is shown before anything is saved, to open the other record or to register anyway', async () => {
  const page = await at('/patrons/new');
  await page.getByRole('textbox', { name: /^Family name/ }).fill('Okafor');
  await page.getByRole('textbox', { name: 'Given name', exact: true }).fill('Amara');
  await page.getByLabel('Birth date').fill('1987-03-14');
  await page.getByRole('textbox', { name: /^Card/ }).fill('21101000000700');
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByText('This person may be registered already.').waitFor();
  await eventually(() => expect(requestsTo('patrons-register-patron')).toEqual([]));
  expect(await page.getByRole('link', { name: 'Open the other record: Okafor, Amara' }).getAttribute('href')).toBe(
    '/patrons/pat_01kaw5v7n0000000000000009z',
  );
  expect(await form(page)).toEqual(wellFormed);
  await page.getByRole('button', { name: 'Register anyway' }).click();
  await page.getByText('Take another card.').first().waitFor();
  await closePage(page);
});

test('a child is registered with its guardian by the scanned card, in the category of its age', async () => {
  const page = await at('/patrons/new');
  await page.getByRole('textbox', { name: /^Family name/ }).fill('Lindholm');
  await page.getByLabel('Birth date').fill('2020-05-01');
  await page.getByLabel('Guardian’s card').fill('21101000000099');
  await page.getByLabel('Guardian’s card').press('Enter');
  await page.getByText('Guardian: Amy Lindholm').waitFor();
  await page.getByRole('textbox', { name: /^Card/ }).fill('21101000000778');
  await page.getByRole('textbox', { name: /^Card/ }).press('Enter');
  await page.getByText('Registered.').waitFor();
  await eventually(() =>
    expect(requestsTo('patrons-register-patron')[0]?.body).toMatchObject({
      category: 'child',
      guarantorId: 'pat_01kaw5v7n0000000000000009z',
    }),
  );
  await closePage(page);
});

const record = '/patrons/pat_01kaw5v7n0000000000000009z';

test('the record shows alerts, limits and loans; loans are renewed with a result for each, and “Why?” explains', async () => {
  const page = await at(record);
  await page.getByText('Owes €8.50').waitFor();
  await page.getByText('2 of 60').waitFor();
  await page.getByRole('button', { name: 'Renew all' }).click();
  await page.getByText(/renewed, \d not renewed/).waitFor({ state: 'attached' });
  await eventually(() => expect(requestsTo('circulation-renew')).toHaveLength(2));
  await page.getByRole('button', { name: 'Why? Emma' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('table').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await closePage(page);
});

test('“Why?” beside a reason not to borrow explains its rule', async () => {
  const page = await at('/patrons/pat_signed_up');
  await page.getByRole('button', { name: /^Why\? The card was good until/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Why: borrowing' });
  await dialog.getByText(/A card is valid until the end of its last day/).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await closePage(page);
});

test('each tab of the record loads when it is opened, and is reached by arrow keys', async () => {
  const page = await at(record);
  // The scan box takes the focus when it appears.
  await page.getByRole('textbox', { name: /^Scan the next item/ }).waitFor();
  await page.getByRole('tab', { name: /^Loans/ }).focus();
  const parts: [name: string, operation: string | undefined][] = [
    ['Holds', undefined],
    ['Bills', undefined],
    ['Requests', 'resource-sharing-list-patron-requests'],
    ['Messages', 'notices-list-patron-notices'],
    ['Blocks', undefined],
    ['Family', 'patrons-list-proxies'],
    ['Changes', 'patrons-list-changes'],
    ['Looks', 'patrons-list-looks'],
  ];
  for (const [name, operation] of parts) {
    if (operation) await eventually(() => expect(requestsTo(operation)).toEqual([]));
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: new RegExp(`^${name}`), selected: true }).waitFor();
    await page.locator('.tab-panel [aria-busy="true"]').waitFor({ state: 'detached' });
    expect(await violations(page)).toEqual([]);
    if (operation) await eventually(() => expect(requestsTo(operation)).toHaveLength(1));
  }
  await closePage(page);
});

test('staff edit a patron, give a new PIN, replace and renew the card, and ask for an erasure', async () => {
  const page = await at(record);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('E-mail', { exact: true }).first().fill('amy@example.org');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await eventually(() =>
    expect(requestsTo('patrons-edit-patron')[0]?.body).toMatchObject({
      version: 1,
      person: { email: 'amy@example.org', usedName: { given: 'Amy' }, phones: [{ number: '+1 555 010 1234' }] },
    }),
  );
  await page.getByRole('button', { name: 'PIN', exact: true }).click();
  await page.getByLabel(/^New PIN/).fill('739164');
  await page.keyboard.press('Enter');
  await page.getByText('The PIN is set.').waitFor();
  await page.getByRole('button', { name: 'Card', exact: true }).click();
  await page.getByRole('textbox', { name: /^New card/ }).fill('21101000000555');
  await page.getByRole('button', { name: 'Replace the card' }).click();
  await page.getByText('The card is replaced.').waitFor();
  await eventually(() =>
    expect(requestsTo('patrons-replace-card')[0]?.body).toMatchObject({ card: '21101000000555', reason: 'lost' }),
  );
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await page.getByRole('button', { name: 'Erase the patron' }).click();
  await page.getByText('The patron is erased when this is settled:').waitFor();
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});

test('two records of one person are compared side by side, merged and separated again; a sign-up is verified with the new card', async () => {
  const page = await at('/patrons/pat_0114');
  await page.getByText('1 patron may be the same person').waitFor();
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Compare' }).first().click();
  await page.getByRole('columnheader', { name: 'Stays' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Merge the records' }).click();
  await page.getByText('The records are merged.').waitFor();
  await eventually(() =>
    expect(requestsTo('patrons-merge-patrons').map(({ body }) => body)).toEqual([
      { branchId: 'riverton.main', otherId: 'pat_0113' },
    ]),
  );
  await page.getByRole('tab', { name: /^Changes/ }).click();
  await page.getByRole('button', { name: 'Undo…' }).click();
  await page.getByRole('cell', { name: 'Stays here: changed or ended since the merge' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo the merge' }).click();
  await page.getByText('The merge is undone').waitFor();
  await eventually(() =>
    expect(requestsTo('patrons-undo-merge').map(({ body }) => body)).toEqual([
      { branchId: 'riverton.main', dryRun: true },
      { branchId: 'riverton.main', dryRun: false },
    ]),
  );
  await page.goto(page.url().replace(/pat_.*/, 'pat_signed_up'));
  await page.getByText('Signed up online, not verified yet').waitFor();
  await page.getByText('The card was good until').waitFor();
  expect(await page.getByText('The card is blocked here').count()).toBe(0);
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByRole('textbox', { name: /^Card/ }).fill('21101000000666');
  await page.keyboard.press('Enter');
  await page.getByText('Verified. The card lends from now on.').waitFor();
  await eventually(() =>
    expect(requestsTo('patrons-finish-sign-up')[0]?.body).toMatchObject({ card: '21101000000666', category: 'adult' }),
  );
  await closePage(page);
});

test('finding B2: a name typed into the scan box of the desk searches for patrons; the open patron links to the record', async () => {
  const page = await at('/desk');
  await page.keyboard.type('Okafor, ng');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Okafor, Ngozi' }).waitFor();
  expect(page.url()).toMatch(/pat_0114$/);
  await closePage(page);
  const desk = await at('/desk');
  await scan(desk, '21101000000099');
  await desk.getByRole('link', { name: 'Amy Lindholm' }).click();
  await desk.getByRole('heading', { level: 1, name: 'Lindholm, Amy' }).waitFor();
  await closePage(desk);
});

test('expiring cards are renewed in the list, with the reason where that is refused', async () => {
  const page = await at('/patrons/expiring');
  await page.getByRole('button', { name: 'Renew the card of Okafor, Amara' }).click();
  await page.getByText(/Card good until .*2031/).waitFor();
  await page.getByLabel('Cards that expire within').selectOption('90');
  await page.getByRole('row', { name: /Okafor, Amara/ }).waitFor();
  expect(await violations(page)).toEqual([]);
  // A long list is read page by page, and as a whole only for the export.
  const pageOf = (given: string, next?: string) => ({
    cards: [
      {
        ...{ patronId: `pat_${given}`, name: { family: 'Okafor', given }, card: '21101000000016', category: 'adult' },
        ...{ homeBranch: 'riverton.main', expiresOn: '2026-12-08' },
      },
    ],
    ...{ from: '2026-11-30', to: '2027-05-29', ...(next && { next }) },
  });
  const read: (string | null)[] = [];
  await page.route('**/expiring-cards?*', async (route) => {
    const after = new URL(route.request().url()).searchParams.get('after');
    read.push(after);
    await route.fulfill({
      json: after === null ? pageOf('First', '2') : after === '2' ? pageOf('Second', '3') : pageOf('Third'),
    });
  });
  await page.getByLabel('Cards that expire within').selectOption('180');
  await page.getByRole('row', { name: /Okafor, First/ }).waitFor();
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByRole('row', { name: /Okafor, Second/ }).waitFor();
  expect(read).toEqual([null, '2']);
  const [exported] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(readFileSync(await exported.path(), 'utf8')).toMatch(/First.*Second.*Third/s);
  expect(read).toEqual([null, '2', '3']);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await closePage(page);
});
