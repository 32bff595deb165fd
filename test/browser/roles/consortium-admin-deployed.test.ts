import { deployed } from '../../builders/deployed.ts';
import { consortiumStaff, deployedBrowser, fresh, goTo } from '../../builders/deployed-browser.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);
const admin = consortiumStaff(endpoints, 'admin');

test('the test bench of the loan rules says which rule decides a case, and why', async () => {
  const page = await as(admin, '/today');
  await goTo(page, 'Policies', 'Loan rules');
  const bench = page.getByRole('region', { name: 'Test bench' });
  await bench.getByLabel('Patron category').selectOption('child');
  await bench.getByLabel('Item type').selectOption('book');
  await bench.getByText(/^Lent for \d+/).waitFor();
  await bench
    .getByText(/conditions? met/)
    .first()
    .waitFor();
  await page
    .getByRole('button', { name: /^(Change this rule|Add a rule for this case)$/ })
    .first()
    .waitFor();
});

test('an administrator changes a limit by a decision, and puts it back by another', async () => {
  const page = await as(admin, '/today');
  await goTo(page, 'Policies', 'Limits and blocks');
  const form = page.getByRole('form', { name: 'Change the rules' });
  const field = form.getByLabel('Overdue loans that block');
  const before = await field.inputValue();
  for (const value of ['7', before]) {
    await field.fill(value);
    const later = form.getByLabel(/^Rules adopted already/);
    if (await later.isVisible()) await later.selectOption('merge');
    await form.getByLabel(/Decision/).fill(`Board paper ${fresh()}`);
    await form.getByRole('button', { name: 'Adopt the rules' }).click();
    await page.getByText('The rules are adopted.').first().waitFor();
    await page
      .getByRole('row', { name: /In force/ })
      .first()
      .waitFor();
  }
});

test('a library that joins is set up with its branch and its first administrator', async () => {
  const number = fresh();
  const name = `Maple Hill ${number} School Library`;
  const page = await as(admin, '/today');
  await goTo(page, 'Administration', 'New library');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByLabel('Type').selectOption('school');
  await page.getByRole('textbox', { name: 'Short name', exact: true }).fill(`maple-${number}`);
  await page
    .getByRole('textbox', { name: /Name of the branch/ })
    .first()
    .fill('Maple Hill Library');
  await page.getByRole('textbox', { name: /^Address/ }).fill('2 Oak Street');
  await page.getByRole('textbox', { name: /Name of the administrator/ }).fill('Jo Park');
  await page.getByRole('textbox', { name: /E-mail address/ }).fill(`maple.${number}@example.org`);
  await page.getByRole('button', { name: 'Set up the library' }).click();
  await page.getByText(`${name} is set up.`).waitFor();
});
