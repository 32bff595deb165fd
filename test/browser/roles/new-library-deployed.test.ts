import type { Page } from 'playwright-core';
import { noteCount } from '../../../local/levels/flow-counts.ts';
import { scan } from '../../builders/browser-page.ts';
import { countActs } from '../../builders/count-acts.ts';
import { acceptInvitation, deployed } from '../../builders/deployed.ts';
import { consortiumStaff, deployedBrowser, fresh, goTo, shows } from '../../builders/deployed-browser.ts';
import { freshName, outcome, registerAdult } from '../../builders/desk-flow.ts';

jest.setTimeout(400_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);

type Library = { memberId: string; name: string; email: string };

/** Adds a library with the template of its type, its branch and its first administrator. */
const addLibrary = async (page: Page): Promise<Library> => {
  const number = fresh();
  const library = {
    ...{ memberId: `maple-${number}`, name: `Maple Hill ${number} Library` },
    email: `maple.${number}@example.org`,
  };
  await goTo(page, 'Administration', 'New library');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(library.name);
  await page.getByLabel('Type').selectOption('public');
  await page.getByRole('textbox', { name: 'Short name', exact: true }).fill(library.memberId);
  await page
    .getByRole('textbox', { name: /Name of the branch/ })
    .first()
    .fill('Maple Hill Library');
  await page.getByRole('textbox', { name: /^Address/ }).fill('2 Oak Street');
  await page.getByRole('textbox', { name: /Name of the administrator/ }).fill('Jo Park');
  await page.getByRole('textbox', { name: /E-mail address/ }).fill(library.email);
  await page.getByRole('button', { name: 'Set up the library' }).click();
  await page.getByText(`${library.name} is set up.`).waitFor();
  return library;
};

/** Invites a colleague, which is the first thing that the list of the set-up has left. */
const setUp = async (page: Page, { name }: Library): Promise<void> => {
  await goTo(page, 'Administration', 'Set-up');
  const list = page.getByRole('region', { name: `Set-up of ${name}` }).last();
  const colleagues = list.getByRole('row').filter({ has: page.locator('a[href="/staff"]') });
  await colleagues.getByText('to do').waitFor();
  await colleagues.getByRole('link').click();
  await page.getByRole('textbox', { name: /^Name/ }).fill('Alex Moreno');
  await page.getByRole('textbox', { name: /^E-mail/ }).fill(`alex.${fresh()}@example.org`);
  await page.getByRole('button', { name: 'Invite' }).click();
  await page
    .getByRole('region', { name: 'Who works here' })
    .getByRole('row', { name: /^Alex Moreno/ })
    .waitFor();
  await goTo(page, 'Administration', 'Set-up');
  await colleagues.getByText('done').waitFor();
};

/** Writes a record from a template and adds an item to it. Returns the barcode. */
const addItem = async (page: Page): Promise<string> => {
  const barcode = `MH${fresh()}`;
  await goTo(page, 'Catalogue', 'New record');
  await page.getByRole('link', { name: 'Book', exact: true }).click();
  await page.getByLabel('Text of 245').fill(`$aThe mills of the valley ${barcode} /$cAda Quist.`);
  await page.getByLabel('Why').fill('The first book.');
  await page.getByText('No fault,').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved as a new record.').waitFor();
  await page
    .getByRole('link', { name: /^Add a copy to/ })
    .first()
    .click();
  await page.getByLabel('Branch').selectOption({ label: 'Maple Hill Library' });
  await page.getByLabel('Barcode').fill(barcode);
  await page.keyboard.press('Enter');
  await page.getByText(`Copy ${barcode} made.`).waitFor();
  return barcode;
};

test('a library joins with the template of its type; its administrator sets it up, registers a patron, adds an item and lends it', async () => {
  const consortium = await as(consortiumStaff(endpoints, 'admin'), '/today');
  const began = Date.now();
  const acts = [await countActs(consortium)];
  const library = await addLibrary(consortium);
  const signIn = { by: 'user-pool' as const, ...(await acceptInvitation(endpoints, library.email)) };
  const account = { account: 'Jo Park', role: 'member-admin', member: library.memberId, signIn };
  const page = await as(account, '/today');
  acts.push(await countActs(page));
  await shows(page, page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Desk', exact: true }));
  await setUp(page, library);
  const barcode = await addItem(page);
  await goTo(page, 'Patrons', 'Register');
  await registerAdult(page, freshName('Quist'));
  await scan(page, barcode);
  await outcome(page, /^Lent until/).waitFor();
  noteCount('set-up', Math.round((Date.now() - began) / 1000));
  noteCount(
    'set-up-acts',
    acts.reduce((all, one) => all + one(), 0),
  );
});
