import { closePage, overflow, scan, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

const { at, requestsTo } = browserPages({ who: 'staff' });
const bodies = (id: string) => requestsTo(id).map(({ body }) => body);
const batch = (last: number): string => `/item-changes/ibt_01kb000000000000000000000${last}?member=riverton`;

test('from the header to a change of scanned copies: the preview changes nothing', async () => {
  const page = await at('/');
  await page.getByRole('link', { name: 'Catalogue' }).click();
  await page.getByRole('link', { name: 'Cataloguing' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Change many copies' }).click();
  const look = page.getByRole('button', { name: 'Look it over' });
  await page.getByLabel('Barcodes', { exact: true }).focus();
  await scan(page, '31234000123456');
  await scan(page, '31234000123464');
  await scan(page, '31234000123456');
  await page.getByText('2 copies', { exact: true }).waitFor();
  expect(await look.isDisabled()).toBe(true);
  await page.getByLabel('Set: Location').check();
  await page.getByLabel('Location, new').fill('Stacks');
  await page.getByLabel('Set: Hidden from').check();
  await page.getByLabel('the public').check();
  expect(await look.isDisabled()).toBe(true);
  await page.getByLabel('Why').fill('The shelf is closed.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'A change of many copies' }).waitFor();
  expect(bodies('catalogue-preview-item-changes')).toEqual([
    {
      items: { barcodes: ['31234000123456', '31234000123464'] },
      change: { location: 'Stacks', hiddenFrom: ['public'] },
      reason: 'The shelf is closed.',
    },
  ]);
  await eventually(() => expect(requestsTo('catalogue-run-item-batch')).toEqual([]));
  await closePage(page);
});

test('a shelf is chosen by its branch and call numbers', async () => {
  const page = await at('/item-changes');
  await page.getByRole('button', { name: 'By shelf' }).click();
  await page.getByLabel('Branch').selectOption('riverton.main');
  await page.getByLabel('Call number from').fill('FIC A');
  await page.getByLabel('Call number to').fill('FIC C');
  await page.getByLabel('Set: Note of staff').check();
  await page.getByRole('button', { name: 'Look it over' }).click();
  await page.getByRole('heading', { name: 'A change of many copies' }).waitFor();
  expect(bodies('catalogue-preview-item-changes')).toEqual([
    {
      items: { branchId: 'riverton.main', callNumberFrom: 'FIC A', callNumberTo: 'FIC C' },
      change: { note: '' },
    },
  ]);
  await closePage(page);
});

test('a previewed change is made, followed to its end, shows what was not done and why, and is undone', async () => {
  const page = await at(batch(1));
  await page.getByRole('cell', { name: 'Location: Adult fiction → Stacks' }).waitFor();
  await page.getByRole('button', { name: 'Not possible: 1' }).click();
  await page.getByText('On reserve for a course').waitFor();
  await page.getByRole('button', { name: 'Change 412 copies' }).click();
  await page.getByText('412 copies are changed.').waitFor();
  // The focus is on yes.
  await page.keyboard.press('Enter');
  await page.getByRole('progressbar').waitFor();
  await page.getByRole('button', { name: 'Not changed after all: 1' }).click();
  await page.getByText('It is no longer as it was looked over').waitFor();
  await page.getByRole('button', { name: 'Put back 411 copies' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Put back 411 copies' }).click();
  await page.getByRole('button', { name: 'Not put back: 1' }).waitFor();
  await page.getByRole('button', { name: 'Put back: 410' }).waitFor();
  expect(await page.getByRole('button', { name: /^(Change|Put back) \d+ cop/ }).count()).toBe(0);
  expect(bodies('catalogue-run-item-batch')).toEqual([{ way: 'onwards' }, { way: 'back' }]);
  await closePage(page);
});

test('copies are made scan by scan by a template, on the record that one came from', async () => {
  const page = await at('/record/rec_1/sources');
  await page.getByRole('link', { name: /^Add a copy to .*b1000/ }).click();
  expect(await page.getByLabel('Number of the record').inputValue()).toBe('b1000');
  await page.getByLabel('Template').selectOption('DVD, new');
  await page.getByLabel('Branch').selectOption('riverton.main');
  expect(await page.getByLabel('Price').getAttribute('placeholder')).toBe('19.99');
  await page.getByLabel('Price').fill('24,50');
  await page.getByLabel('Barcode').focus();
  await scan(page, '31234000000000');
  await page.getByText('Another copy of the consortium bears this barcode.').waitFor();
  await page.getByLabel('Barcode').fill('');
  await scan(page, '31234000123456');
  await page.getByText('Copy 31234000123456 made.').waitFor();
  await scan(page, '31234000123464');
  await page.getByText('Copy 31234000123464 made.').waitFor();
  expect(bodies('catalogue-add-item').slice(1)).toEqual(
    ['31234000123456', '31234000123464'].map((barcode) => ({
      ...{ sourceId: 'riverton:b1000', barcode, template: 'DVD, new', branchId: 'riverton.main', price: 2450 },
      ...{ copyNumber: '', volume: '' },
    })),
  );
  await closePage(page);
});

test('templates are created, changed and deleted', async () => {
  const page = await at('/item-templates');
  const form = page.getByRole('region', { name: 'A new template' });
  await form.getByLabel('Name').fill('Paperback');
  await form.getByLabel('Type of item').fill('book');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Template saved.').waitFor();
  const one = page.getByRole('listitem').filter({ hasText: 'DVD, new' });
  await one.getByRole('button', { name: 'Change template DVD, new' }).click();
  await one.getByLabel('Price').fill('');
  await one.getByRole('button', { name: 'Save' }).click();
  await one.getByRole('button', { name: 'Take away template DVD, new' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Take away' }).click();
  await page.getByText('Template taken away.').waitFor();
  expect(bodies('catalogue-set-item-template')).toEqual([
    { name: 'Paperback', defaults: { category: 'book' } },
    { name: 'DVD, new', defaults: { location: 'New DVDs', category: 'dvd' } },
    { name: 'DVD, new', defaults: null },
  ]);
  await closePage(page);
});

test.each(['/cataloguing', '/item-changes', '/new-item'])(
  '%s in Spanish, 320 px wide, meets WCAG 2.2 AA and fits',
  async (path) => {
    const page = await at(path, { width: 320, language: 'es' });
    expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
      violations: [],
      overflow: 0,
    });
    await closePage(page);
  },
);
