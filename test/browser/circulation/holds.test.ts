import type { Page } from 'playwright-core';
import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(60_000);
const { at: openAt, requestsTo } = browserPages({ who: 'staff' });
let page: Page;
afterEach(() => closePage(page));

const at = async (path: string): Promise<void> => {
  page = await openAt(path);
};
const sent = (id: string) => requestsTo(id).map(({ body }) => body);
const names = () => page.getByRole('table').getByRole('rowheader').allTextContents();
const scan = async (label: string, barcode: string): Promise<void> => {
  await page.getByRole('textbox', { name: label }).fill(barcode);
  await page.keyboard.press('Enter');
};

test('finding B6: the pull list is whole, by location and call number; a scan ends an entry, and a copy not found is asked for elsewhere', async () => {
  await at('/holds/pull');
  await page.getByText('FIC MUR').waitFor();
  expect(await names()).toEqual(['FIC AUS', 'FIC MUR', '863.64 GAR']);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.tick').first().isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Print' }).first().isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await scan('Fetch by scan', '31101000000012');
  await page.getByText('FIC MUR').waitFor({ state: 'detached' });
  expect(await page.getByRole('region', { name: 'Slip' }).textContent()).toContain('Lakeshore Main Library');
  // The list is printed alone, although the slip waits beside it.
  await page.evaluate(() => {
    window.print = () => {
      const isShown = (name: string): boolean =>
        document.querySelector(name)?.checkVisibility({ visibilityProperty: true }) === true;
      document.body.dataset.printed = ['.data table', '.paper'].filter(isShown).join(' ');
    };
  });
  const print = page.locator('.data-bar button', { hasText: 'Print' });
  await page.emulateMedia({ media: 'print' });
  await print.evaluate((button: HTMLElement) => button.click());
  await page.waitForFunction(() => document.body.dataset.printed !== undefined);
  await page.emulateMedia({ media: 'screen' });
  expect(await page.locator('body').getAttribute('data-printed')).toBe('.data table');
  await page.getByRole('button', { name: 'Not on the shelf: Emma' }).click();
  await page.getByText(/is now asked for a copy/).waitFor();
  expect(sent('circulation-retarget-hold')).toMatchObject([{ branchId: 'riverton.main', reason: 'not-on-shelf' }]);
});

test('the hold shelf says for whom and until when; the shelf to clear says what comes next and is cleared by scan', async () => {
  await at('/holds/shelf');
  await page.getByText('…0112').waitFor();
  expect(await names()).toEqual(['…0112', '…2210']);
  // The first stands in its place and stays listed; the second leaves the shelf.
  await scan('Scan an item of the shelf', '31101000000018');
  await scan('Scan an item of the shelf', '31101000000014');
  await page.getByText('…2210').waitFor({ state: 'detached' });
  expect(await names()).toEqual(['…0112']);
  await scan('Scan an item of the shelf', '31101000000017');
  await page.getByRole('alert').getByRole('button', { name: /Y/ }).waitFor();
  await page.keyboard.press('y');
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page
    .getByText(/Send it to Lakeshore/)
    .first()
    .waitFor();
  expect(sent('circulation-check-in').at(-1)).toMatchObject({ item: '31101000000017', capture: 'yes' });
  await closePage(page);
  await at('/holds/clear');
  await page.getByRole('cell', { name: 'Lakeshore Main Library' }).waitFor();
  await scan('Clear by scan', '31101000000014');
  await page.getByText('Nothing to clear.').waitFor();
});

test('a late transit is cancelled with a reason, and a missing item is marked as found', async () => {
  await at('/holds/late');
  await page.getByRole('button', { name: 'Cancel transit: Matilda' }).click();
  await page.getByRole('combobox', { name: 'Reason' }).selectOption('Sent in error');
  await page.getByRole('button', { name: 'Cancel transit', exact: true }).click();
  await page.getByText('Nothing is late.').waitFor();
  expect(sent('circulation-cancel-transit')).toMatchObject([{ reason: 'sent-in-error', force: true }]);
  await closePage(page);
  await at('/holds/missing');
  await page.getByRole('button', { name: 'Found: Matilda' }).click();
  await page.getByText('Nothing is missing.').waitFor();
  expect(sent('circulation-mark-item')).toMatchObject([{ state: 'available' }]);
});

test('a desk reads why a hold is asked of a copy, from the pull list and the queue', async () => {
  await at('/holds/pull');
  await page
    .getByRole('button', { name: /^Why\?/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Why this copy is asked for' });
  const ranked = dialog.getByRole('region', { name: /^Copies that may fill the hold/ });
  await ranked.getByText('Distance 1000 · Copies the branch has to fetch 30').waitFor();
  await dialog.getByRole('region', { name: 'Copies that may not' }).waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await page.keyboard.press('Escape');
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('button', { name: 'Why? Place 2: Samira Haddad …2016' }).click();
  await ranked.waitFor();
  expect(sent('circulation-explain-targeting')).toMatchObject([
    { branchId: 'riverton.main' },
    { branchId: 'riverton.main' },
  ]);
});

test('in the queue of a title a desk reorders, changes and cancels holds of its own patrons only, and undoes', async () => {
  await at('/holds/queue/rec_1');
  // Own patrons are named, with a link to the record; of one of another library only the library is shown.
  const link = page.getByRole('link', { name: 'Haddad, Samira …2016' });
  expect(await link.getAttribute('href')).toBe('/patrons/pat_q2');
  const other = page.getByRole('row').nth(1).getByRole('cell').first();
  expect([await other.textContent(), await other.getByRole('link').count()]).toEqual(['Lakeshore County Library', 0]);
  await page.getByRole('button', { name: 'Change the hold: Place 2: Samira Haddad …2016' }).click();
  expect(await page.getByRole('button', { name: /^Change the hold/ }).count()).toBe(2);
  const dialog = page.getByRole('dialog');
  const choice = dialog.getByRole('combobox', { name: 'Put before' });
  await choice.waitFor();
  expect(await choice.getByRole('option').allTextContents()).toEqual([
    'Place 1: Patron of Lakeshore County Library',
    'Place 3: Amara Okafor …3016',
  ]);
  await dialog.getByRole('textbox', { name: 'Reason (stored)' }).fill('Needed for class');
  await dialog.getByRole('button', { name: 'Put there' }).click();
  await page.getByText('The order is changed.').waitFor();
  expect(sent('circulation-reorder-holds')).toMatchObject([{ put: { holdId: 'hld_q2', before: 'hld_q1' } }]);
  await page.getByRole('button', { name: 'Cancel hold: Place 2: Samira Haddad …2016' }).click();
  await page.getByText('The hold is cancelled: Place 2: Samira Haddad …2016.').waitFor();
  await page.getByRole('button', { name: /Undo/ }).click();
  await page.getByText('The hold waits again.').waitFor();
  // The message fades away; the next one has a button of the same name.
  await page.getByRole('button', { name: /Undo/ }).waitFor({ state: 'detached' });
  expect([sent('circulation-cancel-hold'), sent('circulation-restore-hold')].map(({ length }) => length)).toEqual([
    1, 1,
  ]);
  // The page reports an undo that is refused, although the row may be gone.
  await page.getByRole('button', { name: 'Cancel hold: Place 3: Amara Okafor …3016' }).click();
  await page.getByRole('button', { name: /Undo/ }).waitFor();
  await page.keyboard.press('u');
  await page.getByText(/^The hold stays cancelled \(Place 3: Amara Okafor …3016\)\. Only a cancelled hold/).waitFor();
  const keys = ['circulation-cancel-hold', 'circulation-restore-hold'].flatMap(requestsTo).map(({ key }) => key);
  expect([keys.length, new Set(keys).size, keys.includes('')]).toEqual([4, 4, false]);
});

test('a hold that no copy can fill names its patron, in the row and when it is cancelled', async () => {
  await at('/holds/hopeless');
  const link = page.getByRole('link', { name: 'Okafor, Amara …0016' });
  expect(await link.getAttribute('href')).toBe('/patrons/pat_01kb0000000000000000000000');
  await page.getByRole('button', { name: 'Cancel hold: Emma, Amara Okafor …0016' }).click();
  await page.getByText('The hold is cancelled: Emma, Amara Okafor …0016.').waitFor();
});

test('in the queue a desk moves a hold to another copy, and recalls a loan for a hold that no copy waits for', async () => {
  await at('/holds/queue/rec_1');
  const dialog = page.getByRole('dialog');
  const change = page.getByRole('button', { name: 'Change the hold: Place 2: Samira Haddad …2016' });
  await change.click();
  const move = dialog.getByRole('button', { name: 'Bind to this copy' });
  expect(await move.isDisabled()).toBe(true);
  await dialog.getByRole('textbox', { name: /^Only this copy/ }).fill(' 31101000000012 ');
  await move.click();
  await page.getByText('The hold is for this copy now.').waitFor();
  await change.click();
  await dialog.getByRole('button', { name: 'Recall a loan for this hold' }).click();
  await page.getByText('The loan is recalled.').waitFor();
  expect(sent('circulation-move-hold')).toEqual([{ branchId: 'riverton.main', item: '31101000000012' }]);
  expect(sent('circulation-recall')).toEqual([{ branchId: 'riverton.main' }]);
  const keys = ['circulation-move-hold', 'circulation-recall'].flatMap(requestsTo).map(({ key }) => key);
  expect([new Set(keys).size, keys.includes('')]).toEqual([2, false]);
});

test('finding B3: staff see barcodes on the record page, place a hold for a patron there, and read why it would be refused', async () => {
  await at('/record/rec_1');
  await page
    .getByRole('region', { name: 'Items' })
    .getByText(/^3\d{12,13}$/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Place hold' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Card of the patron' }).fill('21101000000016');
  await dialog.getByRole('button', { name: 'Why?' }).click();
  await dialog.getByText('Allowed').waitFor();
  await dialog.getByRole('button', { name: 'Place the hold' }).click();
  await page.getByText('The hold is placed.').waitFor();
  expect(sent('circulation-place-hold')).toMatchObject([
    { recordId: 'rec_1', patron: '21101000000016', branchId: 'riverton.main', pickupBranch: 'riverton.main' },
  ]);
});
