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
