import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, fresh, goTo } from '../../builders/deployed-browser.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);
const admin = accountOf(endpoints, 'riverton', 'member-admin');

test('an administrator creates a machine client, which shows its secret once, and withdraws it', async () => {
  const name = `Self-check ${fresh()}`;
  const page = await as(admin, '/today');
  await goTo(page, 'Administration', 'Machine clients');
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByLabel('May').selectOption('Check out and in (self-check)');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.getByText('The secret is shown this once').waitFor();
  await page.getByRole('button', { name: `Withdraw: ${name}` }).click();
  const form = page.getByRole('region', { name: `Withdraw ${name}` });
  await form.getByRole('textbox').fill('Replaced');
  await form.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await page
    .getByRole('row')
    .filter({ hasText: name })
    .getByText(/^withdrawn/)
    .waitFor();
});

test('an administrator names a shelving location for patrons', async () => {
  const code = `F${fresh(5)}`;
  const page = await as(admin, '/today');
  await goTo(page, 'Administration', 'Locations and item types');
  const locations = page.getByRole('region', { name: 'Shelving locations' });
  await page.getByRole('button', { name: 'Add a name: Shelving locations' }).click();
  await locations
    .getByLabel(/^Code on items/)
    .last()
    .fill(code);
  await locations
    .getByLabel(/^Name for patrons/)
    .last()
    .fill('Adult fiction');
  await page.getByRole('button', { name: 'Save the names' }).click();
  await page.getByText('The names are saved.').waitFor();
  await page.reload();
  await locations
    .getByLabel(/^Code on items/)
    .last()
    .waitFor();
  const codes = await locations
    .getByLabel(/^Code on items/)
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  expect(codes).toContain(code);
});

test('a computer becomes a shared desk, F9 locks it, and a librarian continues with the own code', async () => {
  const name = `Returns ${fresh()}`;
  const own = await as(accountOf(endpoints, 'riverton', 'desk-supervisor'), '/my-code');
  await own.getByRole('button', { name: 'Make a new code' }).click();
  const shown = own.getByText(/^\d{6}$/).first();
  await shown.waitFor();
  const code = (await shown.textContent()) ?? '';
  const page = await as(admin, '/today');
  await goTo(page, 'Administration', 'Shared desks');
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByLabel('Branch').first().selectOption('riverton.main');
  await page.getByRole('button', { name: 'Enrol this computer' }).click();
  await page.getByText(`This computer is the shared desk “${name}”.`).waitFor();
  await page.keyboard.press('F9');
  const lock = page.getByRole('dialog', { name: 'Who is at the desk?' });
  const field = lock.getByRole('textbox', { name: 'Badge or code' });
  await field.fill('000000');
  await field.press('Enter');
  await lock.getByText('Nobody who works at this branch has this badge or code.').waitFor();
  await field.fill(code);
  await field.press('Enter');
  await lock.waitFor({ state: 'detached' });
  await page.getByText('Walter Brandt').first().waitFor();
});

test('a load from an old system is opened, and the columns of a Koha export are mapped with its profile', async () => {
  const page = await as(admin, '/today');
  await goTo(page, 'Administration', 'Data migration');
  await page.getByRole('textbox', { name: /^Name/ }).fill(`From Koha ${fresh()}`);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'How the files are read' }).waitFor();
  const lines = [
    'borrowernumber,cardnumber,surname,firstname,categorycode,branchcode,dateexpiry',
    '17,21101000000016,Okafor,Amara,AD,M,2099-03-31',
    '',
  ];
  const buffer = Buffer.from(lines.join('\n'));
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'borrowers.csv', mimeType: 'text/csv', buffer });
  await page.getByLabel('Exported from').selectOption('Koha');
  await page.getByText(/^Checked against: Koha\/Schema/).waitFor();
  await page.getByRole('textbox', { name: /Records in the old system/ }).fill('1');
  await page.getByRole('button', { name: 'Upload' }).click();
  await page.getByText('Uploaded.').waitFor();
  await page.getByRole('row').filter({ hasText: 'borrowers.csv' }).first().waitFor();
});
