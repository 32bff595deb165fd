import type { Page } from 'playwright-core';
import { violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(60_000);
const pages = browserPages({});
const at = (path: string, who?: 'patron'): Promise<Page> => pages.at(path, who ? { who } : {});

test('hits show whether their e-books are available, or how many wait, after the page', async () => {
  const page = await at('/search?q=online');
  await page.getByText('E-book: available').waitFor();
  await page.getByText('Audiobook: 3 people wait').first().waitFor();
});

test('a reader whose library does not lend an e-book is not shown that it is available', async () => {
  const page = await pages.at('/search?q=online', {});
  await page.evaluate(() => localStorage.setItem('concord.portal', 'harcourt'));
  await page.reload();
  await page.getByText('E-book of other libraries').first().waitFor();
  expect(await page.getByText('E-book: available').count()).toBe(0);
});

test('the record page of a printed edition shows its e-book for the own library, with the button to borrow it', async () => {
  const page = await at('/record/rec_5', 'patron');
  const part = page.getByRole('region', { name: 'E-book of City e-books' });
  await part.getByText('E-book: available').waitFor();
  expect(await part.getByRole('link', { name: 'Also as e-book' }).getAttribute('href')).toBe('/record/rec_e5');
  await part.getByRole('button', { name: 'Borrow e-book' }).waitFor();
  expect(await violations(page)).toEqual([]);
});

test('E-books are borrowed from the record page: the patron agrees, enters the PIN, and reads; a wrong PIN is explained', async () => {
  const page = await at('/record/rec_e4', 'patron');
  await page.getByRole('button', { name: 'Borrow e-book' }).click();
  await page.getByText('your card number and PIN are sent to City e-books', { exact: false }).waitFor();
  await page.getByLabel('PIN of your card').fill('000000');
  await page.getByRole('button', { name: 'Agree and sign in at City e-books' }).click();
  await page.getByText('The vendor does not accept your card with this PIN.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('PIN of your card').fill('482615');
  await page.getByRole('button', { name: 'Agree and sign in at City e-books' }).click();
  await page.locator('p.good', { hasText: 'Borrowed until' }).waitFor();
  expect(await page.getByRole('link', { name: 'Open in the reader' }).getAttribute('href')).toBe(
    'https://palace.example.org/read/1',
  );
});

test('My account shows digital loans and holds, returns them, and says why a vendor refuses', async () => {
  const page = await at('/account', 'patron');
  const part = page.locator('#e-books');
  await part.getByText('Your hold is ready until').waitFor();
  await part.getByRole('button', { name: 'Borrow Emma' }).click();
  await part.getByText('You have as many e-books as the vendor permits.', { exact: false }).waitFor();
  await part.getByRole('button', { name: 'Return Matilda' }).click();
  await page.getByText('“Matilda” is returned.').waitFor();
  await part.getByRole('button', { name: 'Return Matilda' }).waitFor({ state: 'detached' });
  await part.getByRole('button', { name: 'Sign out at City e-books' }).click();
  await part.getByRole('button', { name: 'Show my e-books at City e-books' }).waitFor();
});

test('an administrator adds a collection of e-books for the libraries whose patrons may borrow', async () => {
  const page = await pages.at('/digital-collections', { who: 'admin' });
  await page.getByRole('button', { name: 'New collection' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('City e-books');
  await dialog.getByRole('textbox', { name: /^Short name/ }).fill('city');
  await dialog.getByRole('textbox', { name: /^Address/ }).fill('https://palace.example.org/feed');
  await dialog.getByRole('checkbox', { name: /Riverton/ }).check();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(pages.requestsTo('digital-lending-set-collection')).toMatchObject([
    { body: { collection: { name: 'City e-books', members: ['riverton'], paused: false }, version: 0 } },
  ]);
});
