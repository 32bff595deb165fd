import { accountOf, deployed } from '../../builders/deployed.ts';
import { consortiumStaff, deployedBrowser, fresh, goTo } from '../../builders/deployed-browser.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);
const preparer = consortiumStaff(endpoints, 'finance-preparer');
const approver = consortiumStaff(endpoints, 'finance-approver');
const member = accountOf(endpoints, 'lakeshore', 'member-finance');

test('finance staff of a library read its costs over the months, and no other library’s', async () => {
  const page = await as(member, '/today');
  await goTo(page, 'Money', 'Costs over the months');
  await page.getByRole('heading', { level: 2, name: /cost \$/ }).waitFor();
  expect(
    await page
      .getByRole('img', { name: /^Costs of the last months/ })
      .locator('.trend-member')
      .count(),
  ).toBeGreaterThan(1);
  await page.getByRole('region', { name: 'The same in figures' }).last().getByRole('row').nth(1).waitFor();
  expect(await page.getByLabel('Costs shown for').count()).toBe(0);
});

test('the preparer reads the costs of all libraries, and narrows them to one', async () => {
  const page = await as(preparer, '/today');
  await goTo(page, 'Money', 'Costs over the months');
  const finding = page.getByRole('heading', { level: 2, name: /cost \$/ });
  const all = await finding.first().textContent();
  await page.getByLabel('Costs shown for').selectOption('riverton');
  await page.waitForFunction(
    (before) => ![...document.querySelectorAll('h2')].some((one) => one.textContent === before),
    all,
  );
  await finding.first().waitFor();
});

test('the preparer estimates the costs of expected quantities', async () => {
  const page = await as(preparer, '/today');
  await goTo(page, 'Money', 'Estimate');
  await page.getByLabel('Loans a year').fill('120000');
  await page.getByRole('button', { name: 'Estimate' }).click();
  await page.waitForURL(/checkoutsAYear=120000/);
  await page.getByRole('region', { name: 'By service', exact: true }).getByRole('rowheader').first().waitFor();
});

test('the preparer sets a budget of the consortium, and reads how it stands', async () => {
  const page = await as(preparer, '/today');
  await goTo(page, 'Money', 'Budgets');
  const form = page.getByRole('form', { name: 'Set the budget' });
  await form.getByLabel(/^Amount, /).fill(`${200 + (Number(fresh(2)) % 50)}.00`);
  await form.getByRole('button', { name: 'Set the budget' }).click();
  await page.getByText('The budget is set.').waitFor();
  await page.getByRole('region', { name: 'How budgets stand' }).last().getByRole('row').nth(1).waitFor();
});

test('the preparer makes a scenario of cost sharing from a published formula', async () => {
  const title = `Tiers ${fresh()}`;
  const page = await as(preparer, '/today');
  await goTo(page, 'Money', 'Cost sharing');
  await page.getByText('A new scenario').click();
  await page.getByLabel('Begin with').selectOption('Evergreen Indiana, membership, marginal tiers');
  await page.getByLabel('Title of the scenario').fill(title);
  await page.getByRole('button', { name: 'Make the scenario' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
});

test('the preparer proposes a price change, and the approver adopts it', async () => {
  // A later day each time: prices are not changed for a day before the last change.
  const from = new Date(Date.UTC(2031, 0, 1) + (Number(fresh(6)) % 9000) * 86_400_000).toISOString().slice(0, 10);
  const page = await as(preparer, '/today');
  await goTo(page, 'Money', 'Price book');
  const form = page.getByRole('form', { name: 'Propose a price change' });
  await form.getByLabel('In force from').fill(from);
  await form.getByLabel('Decided on').fill(new Date().toISOString().slice(0, 10));
  await form.getByLabel('Decision').fill(`Board ${fresh()}`);
  await form.getByLabel('Source').fill('AWS Price List');
  await form.getByLabel('Reason').fill('Cheaper');
  await form.getByLabel('What is counted').selectOption('dynamodb write');
  await form.getByRole('textbox', { name: 'Price', exact: true }).fill('0.6');
  await form.getByRole('button', { name: 'Propose it' }).click();
  await page.getByText('It is proposed: somebody else adopts it.').waitFor();
  expect(await page.getByRole('button', { name: 'Adopt it' }).count()).toBe(0);
  const other = await as(approver, '/today');
  await goTo(other, 'Money', 'Price book');
  await other.getByRole('button', { name: 'Adopt it' }).click();
  await other.getByRole('button', { name: 'Yes, adopt it' }).click();
  await other.getByRole('button', { name: /Adopt it/ }).waitFor({ state: 'detached' });
});

test('the tills and the netting of a month are read by finance staff of a library', async () => {
  const page = await as(member, '/today');
  await goTo(page, 'Money', 'Tills and netting');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
});
