import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { oneRosterFiles } from '../../builders/oneroster-files.ts';

jest.setTimeout(60_000);
const { at, requestsTo } = browserPages({ who: 'staff' });
const sent = (id: string) => requestsTo(id).map(({ body }) => body);

test('a class shows what each pupil has on loan, what is overdue, letters to hand out, and cards as barcodes', async () => {
  const page = await at('/classes');
  await page.getByRole('link', { name: '5b' }).click();
  await page.getByRole('heading', { name: 'Class 5b' }).waitFor();
  await page.getByRole('link', { name: 'Baker, June' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(5);
  await page.getByRole('button', { name: 'Overdue' }).click();
  await page.getByRole('link', { name: 'Baker, June' }).waitFor({ state: 'detached' });
  expect(await page.getByRole('rowheader').allTextContents()).toEqual([
    expect.stringContaining('Adeyemi, Tobi'),
    expect.stringContaining('Chen, Li'),
  ]);
  await page.getByRole('button', { name: 'Letters' }).click();
  await page.getByText('2 letters, one on each page').waitFor();
  expect(await page.getByRole('article').allTextContents()).toEqual([
    expect.stringContaining('Wonder'),
    expect.stringContaining('Matilda'),
  ]);
  await page.getByRole('button', { name: 'Barcodes' }).click();
  await page.getByText('Scan these instead of the pupils’ cards.').waitFor();
  expect(await page.locator('.class-sheet svg').count()).toBe(3);
  await closePage(page);
});

test('a set is lent by scanning alone: each copy is for the next pupil, and a refused copy says why', async () => {
  const page = await at('/classes/5b');
  await page.getByRole('button', { name: 'Lend a class set' }).click();
  const box = page.getByRole('textbox', { name: 'Scan a copy' });
  for (const copy of ['31101000000061', '31101000000062']) {
    await box.fill(copy);
    await box.press('Enter');
  }
  await box.fill('31101000000099');
  await box.press('Enter');
  await page.getByRole('button', { name: 'Remove: 31101000000099' }).click();
  await page.getByRole('button', { name: 'Lend 2 copies' }).click();
  await page.getByText('1 of 2 copies were lent.').waitFor();
  expect(sent('teaching-lend-class-set')).toEqual([{ items: ['31101000000061', '31101000000062'] }]);
  expect(await page.getByRole('list', { name: 'Copies and pupils' }).textContent()).toContain('lent until');
  await closePage(page);
});

test('a class list is checked before it is loaded; a file without a column says which', async () => {
  const page = await at('/classes');
  const [short, file] = ['short', 'whole'].map((name) => join(tmpdir(), `${name}-${process.pid}.csv`)) as [
    string,
    string,
  ];
  await page.getByRole('button', { name: 'Load a class list' }).click();
  writeFileSync(short, 'Number,Family name,Grade\n1,Okafor,5\n');
  await page.locator('input[type=file]').setInputFiles(short);
  await page.getByText('The file lacks these columns: given name, class.').waitFor();
  writeFileSync(
    file,
    'Number;Family name;Given name;Grade;Class;Card\n10;Okafor;"Amara; A.";5;5b;2110\n19;Roe;Jane;5;5b;\n',
  );
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Check 2 lines' }).click();
  await page.getByText('1 of 2 lines can be loaded. Nothing is changed yet.').waitFor();
  await page.getByText('Number 19: the card belongs to a patron of another library.').waitFor();
  await page.getByRole('button', { name: 'Load 1 pupil' }).click();
  await page.getByText('1 of 2 lines were loaded.').waitFor();
  expect(sent('teaching-load-roster').map(({ dryRun }) => dryRun)).toEqual([true, false]);
  expect(sent('teaching-load-roster')[0]?.lines).toEqual([
    { id: '10', name: { family: 'Okafor', given: 'Amara; A.' }, grade: '5', class: '5b', card: '2110' },
    { id: '19', name: { family: 'Roe', given: 'Jane' }, grade: '5', class: '5b' },
  ]);
  await closePage(page);
});

test('the start of a school year is planned for a day and taken back, and leavers are listed with what they have', async () => {
  const page = await at('/school-year');
  await page.getByRole('button', { name: 'Plan this start' }).click();
  await page.getByText(/^Planned: on/).waitFor();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText(/^Taken back, was planned/).waitFor();
  expect(sent('teaching-plan-roll-over')).toHaveLength(1);
  await page.getByRole('link', { name: 'Okafor, Amara' }).waitFor();
  await closePage(page);
});

test('a OneRoster export of several CSV files is previewed and loaded, with those whose enrolment ended', async () => {
  const page = await at('/classes');
  const files = Object.entries(oneRosterFiles()).map(([name, text]) => {
    const path = join(mkdtempSync(join(tmpdir(), 'oneroster-')), `${name}.csv`);
    writeFileSync(path, text);
    return path;
  });
  await page.getByRole('button', { name: 'Load a class list' }).click();
  await page.locator('input[type=file]').setInputFiles(files);
  await page.getByText('OneRoster 1.2: 2 pupils with a class, 2 with an enrolment that ended.').waitFor();
  await page.getByText('Number 10238: no current class of this school.').waitFor();
  await page.getByRole('combobox', { name: 'School in the files' }).selectOption('Northfield School');
  await page.getByRole('button', { name: 'Check 4 lines' }).click();
  await page.getByText(/^1 pupil has a guardian of the files who is a patron/).waitFor();
  await page.getByRole('button', { name: 'Load 2 pupils' }).click();
  await page.getByText('2 of 2 lines were loaded.').waitFor();
  expect(sent('teaching-load-roster').at(-1)).toMatchObject({ dryRun: false, ended: ['u3', 'u4'] });
  await closePage(page);
});
