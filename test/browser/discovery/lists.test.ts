import type { Page } from 'playwright-core';
import { type Opening, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(60_000);
const pages = browserPages({});
const { requestsTo } = pages;
const at = (path: string, how: Opening = {}): Promise<Page> => pages.at(path, { who: 'patron', ...how });
const summer = '/lists/svl_01kb0000000000000000000000';

const titled = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });

test('a title is saved from the search to a list and to a new one, also by keyboard, and Escape closes it', async () => {
  const page = await at('/search?q=emma');
  await page.getByRole('button', { name: 'Save to list: The tale of Genji' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Book club' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('status').filter({ hasText: 'Saved to “Book club”.' }).waitFor({ state: 'attached' });
  expect(await page.getByRole('checkbox', { name: 'Book club' }).isChecked()).toBe(true);
  await page.getByLabel('New list').fill('From Japan');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'From Japan' }).waitFor();
  await eventually(() => expect(requestsTo('discovery-save-title')).toHaveLength(2));
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('New list').fill('From Japan');
  await page.keyboard.press('Enter');
  await page.getByText('You have a list of this name already.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Save to which list?' }).waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Save to list: The tale of Genji',
  );
});

test('a list is shared by a link, which anybody opens, and withdrawn', async () => {
  const page = await at(summer);
  await page.getByRole('button', { name: 'Share by a link' }).click();
  const address = await page.getByLabel('Link to the list').inputValue();
  expect(await violations(page)).toEqual([]);
  const others = await pages.at(new URL(address).pathname);
  expect(await others.getByRole('heading', { name: 'For the summer', level: 1 }).count()).toBe(1);
  await others.getByRole('link', { name: 'Emma', exact: true }).waitFor();
  expect(await others.getByText('for Ida').count()).toBe(0);
  await page.getByRole('button', { name: 'Withdraw the link' }).click();
  await page.getByRole('button', { name: 'Share by a link' }).waitFor();
  expect(requestsTo('discovery-withdraw-list-link')).toHaveLength(1);
});

test('only patrons are offered lists', async () => {
  for (const how of [{}, { who: 'staff' }] as const) {
    const page = await pages.at('/record/rec_1', how);
    await page.getByRole('heading', { level: 1, name: 'Emma' }).waitFor();
    expect(await page.getByRole('button', { name: /^Save to list/ }).count()).toBe(0);
  }
});

test('lists are created, renamed and, after confirmation, deleted', async () => {
  const page = await at('/account');
  await page.getByRole('link', { name: 'My lists' }).click();
  await page.getByLabel('Name of the list').fill('On the ferry');
  await page.getByRole('button', { name: 'Make the list' }).click();
  const row = titled(page, 'On the ferry');
  await row.getByText('No titles').waitFor();
  await row.getByRole('button', { name: 'Rename: On the ferry' }).click();
  await row.getByLabel('Name of the list').fill('On the train');
  await page.keyboard.press('Enter');
  await titled(page, 'On the train').getByRole('button', { name: 'Delete: On the train' }).click();
  await page.getByRole('alert').getByText('Delete “On the train”? This cannot be undone.').waitFor();
  await eventually(() => expect(requestsTo('discovery-delete-list')).toEqual([]));
  await page.getByRole('alert').getByRole('button', { name: 'Delete' }).click();
  await titled(page, 'On the train').waitFor({ state: 'detached' });
  await eventually(() => expect(requestsTo('discovery-delete-list')).toHaveLength(1));
});

test('a title is removed and restored with its note; one that no longer exists only after confirmation', async () => {
  const page = await at(summer);
  await titled(page, 'Emma').getByText('The edition with the maps').waitFor();
  await page.getByRole('button', { name: 'Take out: Emma' }).click();
  await titled(page, 'Emma').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await titled(page, 'Emma').getByText('The edition with the maps').waitFor();
  await eventually(() =>
    expect(requestsTo('discovery-save-title').map(({ body }) => body)).toEqual([
      { note: 'The edition with the maps,\nfor Ida' },
    ]),
  );
  const gone = titled(page, 'Letters from the old harbour');
  await gone.getByText('No longer in the catalogue').waitFor();
  const [left, other] = await Promise.all(
    [gone, titled(page, 'Emma')].map((row) => row.getByRole('heading').boundingBox()),
  );
  expect(left?.x).toBe(other?.x);
  expect(await gone.getByRole('link').count()).toBe(0);
  await gone.getByRole('button', { name: /^Take out/ }).click();
  await gone.getByText('Once out it cannot be saved again.').waitFor();
  expect(await violations(page)).toEqual([]);
  await gone.getByRole('alert').getByRole('button', { name: 'Take out' }).click();
  await gone.waitFor({ state: 'detached' });
});

test('a note is written on a title; the list is exported as a file that names what is missing', async () => {
  const page = await at(summer);
  await page.getByRole('button', { name: 'Note on: Cien años de soledad' }).click();
  await page.getByLabel('Note (for yourself)').fill('Lent to Paul');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await titled(page, 'Cien años de soledad').getByText('Lent to Paul').waitFor();
  const saved = page.waitForEvent('download');
  await page.getByRole('group', { name: 'The whole list as a file' }).getByRole('button').click();
  expect((await saved).suggestedFilename()).toBe('list.ris');
  await page
    .getByText(/^One record/)
    .first()
    .waitFor();
});

test('in Spanish and on a narrow window all parts are present', async () => {
  const page = await at(summer, { language: 'es', width: 320 });
  await page.getByRole('heading', { level: 1, name: 'For the summer' }).waitFor();
  await page
    .getByText(/^guardado el/)
    .first()
    .waitFor();
  const record = await at('/record/rec_2', { language: 'es', width: 320 });
  await record.getByRole('button', { name: /^Guardar en una lista/ }).click();
  await record.getByRole('heading', { name: '¿En qué lista lo guarda?' }).waitFor();
  expect([await overflow(page), await overflow(record), await violations(record)]).toEqual([0, 0, []]);
});

test('a search is saved with its filters and an alert; the alert is paused, the search renamed and, after a question, removed', async () => {
  const page = await at('/search?q=emma&format=book');
  await page.getByRole('button', { name: 'Save this search' }).click();
  const form = page.getByRole('form', { name: 'Save this search' });
  await form.getByLabel('Name of the search').fill('Emma as a book');
  await form.getByLabel('E-mail about new titles').selectOption('Once a day');
  expect(await violations(page)).toEqual([]);
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  expect(requestsTo('discovery-save-search').map(({ body }) => body)).toEqual([
    { name: 'Emma as a book', query: expect.stringMatching(/^(?=.*\bq=emma\b)(?=.*\bformat=book\b)/), alert: 'daily' },
  ]);
  const mine = await at('/searches');
  const row = titled(mine, 'Emma as a book');
  await row.getByRole('combobox').selectOption('None (paused)');
  await eventually(() =>
    expect(requestsTo('discovery-change-search').map(({ body }) => body)).toEqual([
      { name: 'Emma as a book', alert: 'off' },
    ]),
  );
  await row.getByRole('button', { name: 'Rename: Emma as a book' }).click();
  await row.getByLabel('Name of the search').fill('Emma');
  await mine.keyboard.press('Enter');
  const renamed = titled(mine, 'Emma');
  await renamed.getByRole('link', { name: 'Emma', exact: true }).click();
  await mine.waitForURL(/q=emma/);
  expect(new URL(mine.url()).searchParams.get('format')).toBe('book');
  await mine.goBack();
  await renamed.getByRole('button', { name: 'Remove: Emma' }).click();
  await mine.getByRole('alert').getByText('Remove the search “Emma” and its alert?').waitFor();
  await mine.getByRole('alert').getByRole('button', { name: 'Remove' }).click();
  await renamed.waitFor({ state: 'detached' });
  const spanish = await at('/searches', { language: 'es', width: 320 });
  await spanish.getByRole('heading', { level: 1, name: 'Búsquedas guardadas' }).waitFor();
  expect([await overflow(spanish), await violations(spanish)]).toEqual([0, []]);
});
