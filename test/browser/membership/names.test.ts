import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(60_000);
const { at, requestsTo } = browserPages({ who: 'manager' });

test('an administrator names a shelving location and an item type for patrons', async () => {
  const page = await at('/names');
  const save = page.getByRole('button', { name: 'Save the names' });
  expect(await save.isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Add a name: Shelving locations' }).click();
  const locations = page.getByRole('region', { name: 'Shelving locations' });
  await locations.getByLabel('Code on items 1').fill('AF');
  await locations.getByLabel('Name for patrons 1').fill('Adult fiction');
  await save.click();
  await page.getByText('The names are saved.').waitFor();
  await eventually(() =>
    expect(requestsTo('membership-set-names').map(({ body }) => body)).toEqual([
      { v: 0, locations: [{ code: 'AF', name: 'Adult fiction' }], itemTypes: [] },
    ]),
  );
  await closePage(page);
});
