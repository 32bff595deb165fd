import { accountOf, deployed } from '../../builders/deployed.ts';
import { cardOf, deployedBrowser, fresh, goTo } from '../../builders/deployed-browser.ts';
import { onShelf } from '../../builders/deployed-titles.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { at, as } = deployedBrowser(endpoints);
const librarian = accountOf(endpoints, 'northfield', 'desk-supervisor');
const teacher = accountOf(endpoints, 'northfield', 'patron');

test('a school librarian names the teacher of a class and prints its letters and barcodes; the teacher reads its loans', async () => {
  const page = await as(librarian, '/today');
  await goTo(page, 'Teaching', 'Classes');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^\d+b$/ })
    .first()
    .click();
  await page.getByRole('heading', { name: /^Class \d+b/ }).waitFor();
  await page.getByRole('rowheader').first().waitFor();
  await page.getByRole('button', { name: 'Teachers' }).click();
  const dialog = page.getByRole('dialog', { name: /^Teachers of class/ });
  await dialog.getByLabel('Add a teacher by card').fill(cardOf(teacher));
  await page.keyboard.press('Enter');
  await dialog.getByText('Brooks, Natalie').waitFor();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Letters' }).click();
  await page
    .getByText(/letters?, one on each page|Nothing is overdue/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Barcodes' }).click();
  await page.getByText('Scan these instead of the pupils’ cards.').waitFor();
  expect(await page.locator('.class-sheet svg').count()).toBeGreaterThan(0);
  const own = await as(teacher, '/account');
  await own.goto(`${endpoints.web}/my-classes`);
  await own.getByRole('heading', { name: /^Class \d+b/ }).waitFor();
  await own.getByRole('rowheader').first().waitFor();
});

test('the desk of a university makes a course with a link on its list, which students find', async () => {
  const code = `HPS ${fresh()}`;
  const page = await as(accountOf(endpoints, 'harcourt', 'desk-supervisor'), '/today');
  await page.getByLabel('Working at').selectOption('harcourt.science');
  await goTo(page, 'Teaching', 'Course reserves');
  await page.getByRole('button', { name: 'New course' }).click();
  await page.getByRole('textbox', { name: /Code/ }).fill(code);
  await page.getByRole('textbox', { name: /Title/ }).fill('Instruments of the lakes');
  await page.getByRole('textbox', { name: 'Instructors' }).fill('Ines Moreau');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Reading list' }).waitFor();
  await page.getByRole('textbox', { name: /Title of a link/ }).fill('What instruments remember');
  await page.getByRole('textbox', { name: /Address/ }).fill('https://journals.example.org/isis/101');
  await page.getByRole('button', { name: 'Add the link' }).click();
  await page.getByRole('button', { name: 'Take off: What instruments remember' }).waitFor();
  const student = await at('/courses');
  await student.getByLabel('Code, title or instructor').fill(code);
  await student.keyboard.press('Enter');
  await student.getByText('Instruments of the lakes').first().waitFor();
});

test('a term is made, and a copy is put on reserve for a course by its barcode and taken off', async () => {
  const number = fresh();
  const { barcode } = await onShelf(endpoints, 'harcourt');
  const page = await as(accountOf(endpoints, 'harcourt', 'desk-supervisor'), '/today');
  await goTo(page, 'Teaching', 'Course reserves');
  await page.getByRole('button', { name: 'New term' }).click();
  await page.getByRole('textbox', { name: /Name of the term/ }).fill(`Fall ${number}`);
  await page.getByLabel(/First day/).fill('2098-08-23');
  await page.getByLabel(/Last day/).fill('2098-12-17');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'New course' }).click();
  await page.getByRole('textbox', { name: /Code/ }).fill(`RES ${number}`);
  await page.getByRole('textbox', { name: /Title/ }).fill('The Atlantic World');
  await page.getByRole('textbox', { name: 'Instructors' }).fill('Ines Moreau');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Reading list' }).waitFor();
  await page.getByRole('textbox', { name: 'Scan a copy for the reserve' }).fill(barcode);
  await page.keyboard.press('Enter');
  await page
    .getByRole('list', { name: 'Scanned copies' })
    .getByText(/The copy is on|goes on/)
    .first()
    .waitFor();
  await page
    .getByRole('button', { name: /^Take off:/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: /^Take off:/ })
    .first()
    .waitFor({ state: 'detached' });
});

test('the start of a school year is planned, and taken back', async () => {
  const page = await as(librarian, '/today');
  await goTo(page, 'Teaching', 'School year');
  await page.getByRole('button', { name: 'Plan this start' }).click();
  await page.getByText(/^Planned: on/).waitFor();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page
    .getByText(/^Taken back, was planned/)
    .first()
    .waitFor();
});
