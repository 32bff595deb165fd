import { accountOf, deployed } from '../../builders/deployed.ts';
import { cardOf, consortiumStaff, deployedBrowser, fresh, goTo, shows } from '../../builders/deployed-browser.ts';
import { onShelf } from '../../builders/deployed-titles.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);
const lender = accountOf(endpoints, 'ashgrove', 'ill');
const reader = accountOf(endpoints, 'riverton', 'patron');
const borrower = accountOf(endpoints, 'riverton', 'ill');

test('the library that is asked declines with a reason', async () => {
  const wanted = await onShelf(endpoints, 'ashgrove', { isOnly: true });
  const home = await as(reader, `/record/${wanted.recordId}`);
  await home.getByRole('button', { name: 'Request this' }).click();
  await home.getByLabel(/^Lent on request by a library of the consortium/).check();
  await home.getByRole('button', { name: 'Confirm' }).click();
  await home.getByText('The request is on its way to the first library.').waitFor();
  const page = await as(lender, '/today');
  await goTo(page, 'Loan requests', 'Requests');
  await page.getByRole('link', { name: /^We are asked/ }).click();
  const request = page.getByRole('main').getByRole('link', { name: wanted.title });
  await shows(page, request);
  await request.first().click();
  // The list has buttons of the same names.
  await page.waitForURL(/\/loans\/[^/?]/);
  await page
    .getByRole('button', { name: /^(Cannot supply|Will not supply|Decline)/ })
    .first()
    .click();
  await page
    .getByRole('form')
    .getByLabel(/Reason|Why/)
    .first()
    .selectOption({ index: 1 });
  await page.getByRole('form').getByRole('button').first().click();
  await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor({ state: 'attached' });
});

test('staff request a title by its details for a patron', async () => {
  const title = `Charts of the lost lake ${fresh()}`;
  const page = await as(borrower, '/cite');
  await page
    .getByRole('textbox', { name: /^Title/ })
    .first()
    .fill(title);
  await page.getByRole('button', { name: 'Show how to get it' }).click();
  const form = page.getByRole('region', { name: 'Ask for a patron' });
  await form.getByRole('textbox', { name: /card/i }).fill(cardOf(reader));
  await form.getByRole('button').first().click();
  await form.getByRole('button', { name: 'Request this' }).click();
  await page.getByText('The request is on its way to the first library.').waitFor();
});

test('staff read the reports of a year, the counts of copies, and the partners outside', async () => {
  const page = await as(borrower, '/today');
  await goTo(page, 'Loan requests', 'Reports');
  await page.getByRole('main').getByRole('table').first().waitFor();
  await goTo(page, 'Loan requests', 'Copyright');
  await page.getByLabel('Year').selectOption({ index: 0 });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await goTo(page, 'Loan requests', 'Partners');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: 'Add a partner' }).count()).toBe(0);
});

test('the administrator of the consortium adds a partner, whose secret is shown once, pauses it and removes it', async () => {
  const number = fresh();
  const name = `Lake State Library ${number}`;
  const page = await as(consortiumStaff(endpoints, 'admin'), '/today');
  await goTo(page, 'Loan requests', 'Partners');
  await page.getByRole('button', { name: 'Add a partner' }).click();
  await page.getByLabel(/^Name/).fill(name);
  await page
    .getByLabel(/^Symbols/)
    .first()
    .fill(`ISIL:XX-L${number}`);
  await page.getByLabel('Address of its ISO 18626 service').fill('https://lake.example.org/iso18626');
  await page.getByLabel('How we sign in there').selectOption('User name and password (HTTP Basic)');
  await page.getByLabel('User name, account or header').fill('concord');
  await page.getByLabel('Our secret there').fill('a secret of ours');
  await page.getByLabel('Account it signs in by here').fill(`lake${number}`);
  await page.getByRole('button', { name: 'Add a partner' }).click();
  await page.locator('code').first().waitFor();
  await page.getByRole('button', { name: 'I have passed it on' }).click();
  await page.getByRole('link', { name }).click();
  await page.getByText('Change', { exact: true }).click();
  await page.getByLabel('Paused').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await page.getByRole('button', { name: 'Remove this partner' }).click();
  await page.getByRole('button', { name: 'Yes, remove it' }).click();
  await page.getByRole('heading', { name: 'Partners outside' }).waitFor();
});
