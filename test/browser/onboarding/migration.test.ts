import { readFileSync } from 'node:fs';
import { closePage, overflow } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'manager' });
const bodies = (id: string) => requestsTo(id).map(({ body }) => body);
const csv = (lines: string[]) => ({
  name: 'borrowers.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

test('a library opens a load, maps the columns of a Koha export with a profile and uploads it', async () => {
  const page = await at('/migration');
  await page.getByRole('textbox', { name: /^Name/ }).fill('From Koha');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'How the files are read' }).waitFor();
  expect(bodies('onboarding-open-load')).toMatchObject([{ name: 'From Koha', purpose: 'cut-over' }]);

  await page
    .getByLabel('File', { exact: true })
    .setInputFiles(
      csv([
        'borrowernumber,cardnumber,surname,firstname,categorycode,branchcode,dateexpiry,opacnote,district',
        '17,21101000000016,Okafor,Amara,AD,M,2028-03-31,,x',
        '18,21101000000024,Fischer,Lena,AD,M,2028-03-31,,y',
        '',
      ]),
    );
  const upload = page.getByRole('button', { name: 'Upload' });
  await page.getByText(/^Needed, and not in the file yet: .*Card.*Category/).waitFor();
  await page.getByLabel('Exported from').selectOption('Koha');
  await page.getByText(/^Checked against: Koha\/Schema/).waitFor();
  await page.getByText(/^Needed/).waitFor({ state: 'detached' });
  const columns = page.getByRole('region', { name: 'Columns of the file' });
  await columns.getByRole('row').filter({ hasText: 'surname' }).getByText('Okafor · Fischer').waitFor();
  await page.getByText('Choose a column for each heading').waitFor();
  await columns.getByLabel('Column for district').selectOption('Leave out');
  await page.getByRole('textbox', { name: /Records in the old system/ }).fill('2');
  expect(await overflow(page)).toBe(0);
  await upload.click();
  await page.getByText('Uploaded.').waitFor();
  expect(bodies('onboarding-set-mapping')).toMatchObject([
    { mapping: { headings: { patrons: { surname: 'family', district: '-', opacnote: '-', 'Borrower No': 'id' } } } },
  ]);
  expect(bodies('onboarding-add-file')).toMatchObject([
    { kind: 'patrons', fileName: 'borrowers.csv', control: { records: 2 } },
  ]);
  await eventually(() => expect(requestsTo('upload')).toHaveLength(1));
  await page.getByRole('row').filter({ hasText: 'borrowers.csv' }).getByText('uploaded').waitFor();
  await closePage(page);
});

test('a dry run shows codes without a meaning and rejected rows, which are downloaded; an apply asks first', async () => {
  const page = await at('/migration/riverton/lod_01kb0000000000000000000000');
  await page.getByText('X', { exact: true }).first().waitFor();
  await page.getByText('in 1 row, without a meaning').waitFor();
  await page.getByLabel('Meaning of X').selectOption('fee');
  const dryRun = page.getByRole('button', { name: 'Start a dry run' });
  await page.getByText('Save the mapping first.').waitFor();
  expect(await dryRun.isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Save the mapping' }).click();
  await page.getByText('A dry run writes nothing.').waitFor();
  expect(bodies('onboarding-set-mapping')).toMatchObject([{ mapping: { codes: { billTypes: { X: 'fee' } } } }]);
  await dryRun.click();
  const lines = page.getByRole('region', { name: 'Rejected rows and warnings' }).first();
  await lines.getByRole('cell', { name: 'The code has no meaning in the mapping yet.' }).waitFor();
  await page.getByText('differs').first().waitFor();
  const file = page.waitForEvent('download');
  await lines.getByRole('button', { name: 'Download all as CSV' }).click();
  const rows = readFileSync(await (await file).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(rows).toHaveLength(3);
  expect(rows[1]).toBe('3,bills.csv,rejected,type,X,The code has no meaning in the mapping yet.');
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await page.getByText('This cannot be undone').waitFor();
  await page.getByRole('button', { name: 'Apply now' }).click();
  await page.getByText('This cannot be undone').waitFor({ state: 'detached' });
  expect(bodies('onboarding-start-run')).toEqual([{ mode: 'dry-run' }, { mode: 'apply' }]);
  await closePage(page);
});
