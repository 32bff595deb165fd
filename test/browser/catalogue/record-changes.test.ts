import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

const { at, requestsTo } = browserPages({ who: 'staff' });
const bodies = (id: string) => requestsTo(id).map(({ body }) => body);

test('records are chosen, steps described and previewed field by field, run, and undone; what stays is named with the reason', async () => {
  const page = await at('/record-changes');
  const preview = page.getByRole('button', { name: 'Preview' });
  await page.getByRole('textbox', { name: 'Control numbers' }).fill('b1000\nb 1001, b1000');
  await page.getByText('2 records', { exact: true }).waitFor();
  const first = page.getByRole('group', { name: 'Step 1' });
  await first.getByLabel('Field', { exact: true }).fill('856');
  await first.getByLabel('Subfield').fill('u');
  await first.getByLabel('Find', { exact: true }).fill('^http:');
  await first.getByLabel('Replace by').fill('https:');
  await first.getByLabel('Regular expression').check();
  await page.getByRole('button', { name: 'Add a step' }).click();
  const second = page.getByRole('group', { name: 'Step 2' });
  await second.getByLabel('Action').selectOption('Add a field');
  await second.getByLabel('Field', { exact: true }).fill('590');
  await second.getByLabel('Subfields').fill('$aGift$5Riv');
  await second.getByLabel('Only where').check();
  const condition = second.getByRole('group', { name: 'Condition' });
  await condition.getByLabel('Field', { exact: true }).fill('541');
  await condition.getByLabel('Comparison').selectOption('is present');
  expect(await preview.isDisabled()).toBe(true);
  await page.getByLabel('Why').fill('The server has a certificate.');
  await preview.click();
  await page.getByRole('heading', { name: 'A change of many records' }).waitFor();
  expect(bodies('catalogue-preview-item-changes')).toEqual([
    {
      records: { numbers: ['b1000', 'b 1001'] },
      steps: [
        { do: 'replace-text', tag: '856', code: 'u', find: '^http:', by: 'https:', pattern: true },
        {
          ...{ do: 'add-field', tag: '590', ind1: ' ', ind2: ' ' },
          subfields: [
            { code: 'a', value: 'Gift' },
            { code: '5', value: 'Riv' },
          ],
          where: { tag: '541', is: 'has' },
        },
      ],
      reason: 'The server has a certificate.',
    },
  ]);
  const line = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Pride and prejudice /' }) });
  await line.getByText('40 $uhttps://archive.example.org/b1000').waitFor();
  await line.getByText('Link', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Not possible: 1' }).click();
  await page.getByText('It would not be valid MARC 21:').waitFor();
  await page.getByRole('button', { name: 'Change 38 records' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Change 38 records' }).click();
  await page.getByRole('button', { name: /^Undo in \d+ records$/ }).click();
  await page
    .getByRole('alert')
    .getByRole('button', { name: /^Undo in/ })
    .click();
  await page.getByRole('button', { name: 'Not put back: 1' }).waitFor();
  expect(bodies('catalogue-run-item-batch')).toEqual([{ way: 'onwards' }, { way: 'back' }]);
  await closePage(page);
});

test('the records of a search are taken by their numbers; a condition selects all that meet it', async () => {
  const page = await at('/record-changes');
  await page.getByLabel('Field', { exact: true }).fill('650');
  await page.getByLabel('Find', { exact: true }).fill('Cookery');
  await page.getByLabel('Replace by').fill('Cooking');
  await page.getByLabel('Why').fill('The heading changed.');
  await page.getByRole('button', { name: 'By search' }).click();
  await page.getByRole('textbox', { name: 'Search the catalogue' }).fill('cookery');
  await page.keyboard.press('Enter');
  await page.getByText(/^\d+ records?$/).waitFor();
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('heading', { name: 'A change of many records' }).waitFor();
  const [body] = bodies('catalogue-preview-item-changes') as { records: { numbers: string[] } }[];
  expect(body?.records.numbers.every((number) => number.startsWith('rec_'))).toBe(true);
  await closePage(page);
});

test('a changed heading is looked up among the authorities and carried through all records that have the old one', async () => {
  const page = await at('/record-changes');
  await page.getByRole('button', { name: 'All that change' }).click();
  await page.getByLabel('Action').selectOption('Change a heading');
  await page.getByLabel('List').selectOption('Name');
  await page.getByLabel('Old heading').fill('Clemens, Samuel Langhorne, 1835-1910');
  await page.getByLabel('New heading').fill('Twain, Mark, 1835-1910');
  await page.getByLabel('Why').fill('The authority changed.');
  expect(await page.getByRole('button', { name: 'Preview' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Look up' }).click();
  await page.getByText('$aTwain, Mark,$d1835-1910 $0(DLC)n 79021164').waitFor();
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('heading', { name: 'A change of many records' }).waitFor();
  expect(bodies('catalogue-preview-item-changes')).toMatchObject([
    {
      records: { all: true },
      steps: [{ do: 'change-heading', list: 'author', field: { tag: '100', number: '(DLC)n 79021164' } }],
    },
  ]);
  await closePage(page);
});
