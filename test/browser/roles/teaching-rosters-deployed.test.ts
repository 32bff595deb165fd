import { cardNumber } from '../../../demo/numbers.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, fresh, goTo } from '../../builders/deployed-browser.ts';
import { freshName } from '../../builders/desk-flow.ts';
import { oneRosterFiles } from '../../builders/oneroster-files.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);
const librarian = accountOf(endpoints, 'northfield', 'desk-supervisor');

const csvFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a class list of a CSV file is checked, loaded, and read as a class', async () => {
  const [number, family] = [fresh(), freshName('Kingsley')];
  const card = cardNumber('northfield', Number(`4${fresh(7)}`));
  const lines = `Number;Family name;Given name;Grade;Class;Card\nK${number};${family};Ada;5;5b;${card}\n`;
  const page = await as(librarian, '/today');
  await goTo(page, 'Teaching', 'Classes');
  await page.getByRole('button', { name: 'Load a class list' }).click();
  await page.locator('input[type=file]').setInputFiles(csvFile('class.csv', lines));
  await page.getByRole('button', { name: 'Check 1 line' }).click();
  await page.getByText('1 of 1 lines can be loaded. Nothing is changed yet.').waitFor();
  await page.getByRole('button', { name: 'Load 1 pupil' }).click();
  await page.getByText('1 of 1 lines were loaded.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('main').getByRole('link', { name: '5b', exact: true }).click();
  await page.getByRole('link', { name: `${family}, Ada` }).waitFor();
});

test('a OneRoster export of several CSV files is checked and loaded', async () => {
  const number = fresh();
  const files = Object.entries(oneRosterFiles()).map(([name, text]) =>
    csvFile(`${name}.csv`, text.replaceAll('1023', `${number}3`).replace(/\b(u\d)\b/g, `$1-${number}`)),
  );
  const page = await as(librarian, '/today');
  await goTo(page, 'Teaching', 'Classes');
  await page.getByRole('button', { name: 'Load a class list' }).click();
  await page.locator('input[type=file]').setInputFiles(files);
  await page.getByText(/^OneRoster 1.2: 2 pupils with a class/).waitFor();
  await page.getByRole('combobox', { name: 'School in the files' }).selectOption('Northfield School');
  await page.getByRole('combobox', { name: 'Card of new pupils' }).selectOption({ index: 1 });
  await page.getByRole('button', { name: /^Check \d+ lines/ }).click();
  await page.getByText(/lines can be loaded. Nothing is changed yet.$/).waitFor();
  await page.getByRole('button', { name: /^Load \d+ pupils?/ }).click();
  await page.getByText(/lines were loaded\.$/).waitFor();
});
