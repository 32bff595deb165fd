import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';
import { fileOf } from '../../builders/loads.ts';

const { at, requestsTo } = browserPages({ who: 'staff' });
const bodies = (id: string) => requestsTo(id).map(({ body }) => body);

const buffer = Buffer.from(
  fileOf([
    {
      id: 'b1',
      title: 'The memory of water and stone',
      items: ['$aMAIN$p31234000123456$oFIC 1', '$aEAST$p31234000123464'],
    },
    { id: 'b2', title: 'Northern mosses', items: ['$aMAIN$p47 22'] },
  ]),
);
const file = { name: 'some.mrc', mimeType: 'application/marc', buffer };

test('a mapping starts from another system’s, is corrected where it is wrong, and saved', async () => {
  const page = await at('/cataloguing');
  await page.getByRole('link', { name: 'Mapping of copies' }).click();
  await page.getByText('No mapping was saved yet').waitFor();
  await page.getByLabel('Begin with the way of').selectOption('Symphony or Unicorn: 999');
  const tag = page.getByLabel('Field', { exact: true });
  expect(await tag.inputValue()).toBe('999');
  const save = page.getByRole('button', { name: 'Save' });
  await tag.fill('99');
  await page.getByText('Three digits or capital letters.').waitFor();
  expect(await save.isDisabled()).toBe(true);
  await tag.fill('999');
  await page.getByRole('button', { name: 'Add a branch' }).press('Enter');
  await page.keyboard.type('MAIN');
  await page.getByText('Say the value and its branch.').waitFor();
  const row = page.getByRole('group', { name: 'Value MAIN' });
  await row.getByLabel('Branch').selectOption('riverton.main');
  await page.getByLabel('Copies that name no branch are at').selectOption('riverton.main');
  await page.getByRole('button', { name: 'Add a type' }).press('Enter');
  await page.keyboard.type('BOOK');
  await page.getByRole('group', { name: 'Value BOOK' }).getByLabel('Type of item').fill('book');
  await page.getByLabel('own codes ($5)').fill('RIV, RIV-E');
  await save.click();
  await page.getByText('Saved: later loads follow it.').waitFor();
  expect(bodies('catalogue-set-item-mapping')).toEqual([
    {
      ...{
        tag: '999',
        barcode: 'i',
        branch: 'm',
        location: 'l',
        callNumber: 'a',
        category: 't',
        copy: 'c',
        volume: 'v',
      },
      ...{ branchMap: { MAIN: 'riverton.main' }, categoryMap: { BOOK: 'book' }, defaultBranch: 'riverton.main' },
      ...{ notACopy: { m: ['ONLINE'], l: ['NET'] }, institutions: ['RIV', 'RIV-E'] },
    },
  ]);
  expect(await save.isDisabled()).toBe(true);
  await closePage(page);
});

test('a mapping is tried on a file: created and refused items; an unknown branch gets its row, and nothing is saved', async () => {
  const page = await at('/item-mapping');
  await page.getByLabel('File with records').setInputFiles(file);
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByText('1 copy would be made, 0 changed, 0 as before, 2 refused.').waitFor();
  const first = page.getByRole('region', { name: 'Copies of The memory of water and stone' });
  await first.getByRole('row').filter({ hasText: '31234000123456' }).getByText('New').waitFor();
  await first.getByText('Your library has no branch “EAST”').waitFor();
  await page.getByText('The barcode “47 22” holds blanks').waitFor();
  await page.getByRole('button', { name: 'Add “EAST”' }).click();
  const row = page.getByRole('group', { name: 'Value EAST' });
  expect(await row.getByLabel('In the file').evaluate((input) => input === document.activeElement)).toBe(true);
  await row.getByLabel('Branch').selectOption('riverton.main');
  await page.getByText('The mapping was changed since: try it again.').waitFor();
  await page.getByRole('button', { name: 'Add a branch' }).press('Enter');
  await page.keyboard.type('MAIN*');
  await page.getByRole('group', { name: 'Value MAIN*' }).getByLabel('Branch').selectOption('riverton.main');
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByText('2 copies would be made, 0 changed, 0 as before, 1 refused.').waitFor();
  await eventually(() => expect(requestsTo('catalogue-set-item-mapping')).toEqual([]));
  await closePage(page);
});

test('conflicts between edits by staff and the file are shown before loading, with a link to the protected fields', async () => {
  const page = await at('/item-mapping');
  const buffer = Buffer.from(
    fileOf([
      { id: 'edited', title: 'Edited here' },
      { id: 'b2', title: 'Not edited' },
    ]),
  );
  await page.getByLabel('File with records').setInputFiles({ name: 'x.mrc', mimeType: '', buffer });
  await page.getByRole('button', { name: 'Try it' }).click();
  const edited = page.getByText('Staff edited 1 of these records').locator('..');
  expect(await edited.getByRole('link', { name: 'Protected fields' }).getAttribute('href')).toBe(
    '/protected-fields?member=riverton',
  );
  await closePage(page);
});

test('records of another system are recognised by their fields, and its mapping is offered', async () => {
  const page = await at('/item-mapping');
  await page.getByLabel('Begin with the way of').selectOption('MARC 21 holdings: 852');
  await page.getByLabel('File with records').setInputFiles(file);
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByText('by “Koha: 952” they hold 2 copies with a barcode').waitFor();
  await page.getByRole('button', { name: 'Take “Koha: 952”' }).click();
  expect(await page.getByLabel('Field', { exact: true }).inputValue()).toBe('952');
  await closePage(page);
});

test('fields are pasted as screens and MARC editors show them, and tried by keyboard', async () => {
  const page = await at('/item-mapping');
  await page.getByRole('button', { name: 'Pasted' }).click();
  const text = page.getByLabel('Records or fields');
  await text.fill(
    ['952 ## $a MAIN $p 31234000123456 $o FIC 1', '=952  \\\\$aMAIN$p31234000123464', '952 _ _ |aWEST |p4711'].join(
      '\n',
    ),
  );
  await page.keyboard.press('Control+Enter');
  await page.getByText('2 copies would be made, 0 changed, 0 as before, 1 refused.').waitFor();
  await page.getByRole('heading', { name: 'Pasted fields' }).waitFor();
  await text.fill('nothing of the kind');
  await page.keyboard.press('Control+Enter');
  await page.getByText('No field can be read in what was pasted').waitFor();
  await text.fill('<html><body>no records</body></html>');
  await page.keyboard.press('Control+Enter');
  await page.getByText('This is XML without MARCXML records').waitFor();
  await closePage(page);
});

test('a label of two lines does not misalign the input beside it', async () => {
  const page = await at('/item-mapping', { width: 375, language: 'es' });
  const [barcode, branch] = [page.getByLabel('Código de barras $'), page.getByLabel('Sede $')];
  const [one, other] = await Promise.all([barcode.boundingBox(), branch.boundingBox()]);
  expect(one?.y).toBe(other?.y);
  expect(one?.x).toBeLessThan(other?.x ?? 0);
  await closePage(page);
});

test('the page in Spanish, 320 px wide, with a result, meets WCAG 2.2 AA and fits', async () => {
  const page = await at('/item-mapping', { width: 320, language: 'es' });
  await page.getByRole('button', { name: 'Los ejemplares cuelgan de un fondo' }).click();
  await page.getByLabel('Archivo con registros').setInputFiles(file);
  await page.getByRole('button', { name: 'Probar' }).click();
  await page.getByText('Se haría 1 ejemplar').waitFor();
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
});
