import { scan } from '../../builders/browser-page.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, fresh, goTo } from '../../builders/deployed-browser.ts';
import { onShelf } from '../../builders/deployed-titles.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);
const cataloguer = accountOf(endpoints, 'riverton', 'cataloguer');
const aCopy = async (): Promise<string> =>
  (await onShelf(endpoints, 'riverton', { branchId: 'riverton.main' })).barcode;

test('the location of a scanned copy is changed after a preview, and put back', async () => {
  const barcode = await aCopy();
  const page = await as(cataloguer, '/today');
  await goTo(page, 'Catalogue', 'Change many items');
  await page.getByLabel('Barcodes', { exact: true }).focus();
  await scan(page, barcode);
  await page.getByText('1 copy', { exact: true }).waitFor();
  await page.getByLabel('Set: Location').check();
  await page.getByLabel('Location, new').fill(`Stacks ${fresh()}`);
  await page.getByRole('button', { name: 'Look it over' }).click();
  await page.getByRole('heading', { name: 'A change of many copies' }).waitFor();
  await page.getByRole('button', { name: /^Change (1|one) cop/ }).click();
  await page
    .getByRole('alert')
    .getByRole('button', { name: /^Change/ })
    .click();
  await page.getByRole('button', { name: /^Put back (1|one) cop/ }).click();
  await page
    .getByRole('alert')
    .getByRole('button', { name: /^Put back/ })
    .click();
  await page.getByRole('button', { name: 'Put back: 1' }).waitFor();
});

test('a template of items is made, changed and deleted', async () => {
  const name = `Paperback ${fresh()}`;
  const page = await as(cataloguer, '/today');
  await goTo(page, 'Catalogue', 'Item templates');
  const form = page.getByRole('region', { name: 'A new template' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Type of item').fill('book');
  await form.getByRole('button', { name: 'Save' }).click();
  const one = page.getByRole('listitem').filter({ hasText: name });
  await one.getByRole('button', { name: `Change template ${name}` }).click();
  await one.getByLabel('Price').fill('12.50');
  await one.getByRole('button', { name: 'Save' }).click();
  await one.getByRole('button', { name: `Take away template ${name}` }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Take away' }).click();
  await one.waitFor({ state: 'detached' });
});

test('a record is hidden from the public with a reason, and shown again', async () => {
  const { recordId } = await onShelf(endpoints, 'riverton', { branchId: 'riverton.main' });
  const page = await as(cataloguer, `/record/${recordId}/sources`);
  await page
    .getByRole('link', { name: /^Hide or show .*riverton/i })
    .or(page.getByRole('link', { name: /^Hide or show/ }))
    .first()
    .click();
  const record = page.getByRole('region', { name: 'The record' });
  await record.getByText('Everybody sees it.').waitFor();
  await record.getByRole('button', { name: /^Change who sees it/ }).click();
  await record.getByLabel('the public').check();
  await record.getByLabel('Why').fill('Under embargo.');
  await record.getByRole('button', { name: 'Hide it' }).click();
  await record.getByText('Hidden from: the public').waitFor();
  await record.getByRole('button', { name: /^Change who sees it/ }).click();
  await record.getByLabel('the public').uncheck();
  await record.getByLabel('Why').fill('The embargo is over.');
  await record.getByRole('button', { name: 'Show it to everybody' }).click();
  await record.getByText('Everybody sees it.').waitFor();
});

test('a copy is scanned, and the library commits to retain it, then releases it', async () => {
  const barcode = await aCopy();
  const page = await as(cataloguer, '/today');
  await goTo(page, 'Catalogue', 'One item');
  await page.getByLabel('Barcode', { exact: true }).fill(barcode);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: barcode }).waitFor();
  await page.getByLabel('Programme').fill('Shared print');
  await page.getByLabel('Last day').fill('2099-12-31');
  await page.getByRole('button', { name: 'Commit to keep it' }).click();
  await page.getByText('Your library is committed to keep it.').waitFor();
  await page.getByRole('button', { name: 'Release it' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Release it' }).click();
  await page.getByText('Released.').waitFor();
});

test('a file of MARC records is loaded and followed to its result, and the queue of doubtful matches is read', async () => {
  const page = await as(cataloguer, '/today');
  await goTo(page, 'Catalogue', 'Loads');
  const title = `Soundings of the upper lake ${fresh()}`;
  const xml = `<?xml version="1.0"?><collection xmlns="http://www.loc.gov/MARC21/slim"><record><leader>00000nam a2200000 i 4500</leader><controlfield tag="001">load${fresh()}</controlfield><controlfield tag="008">000101s2020    xx            000 0 eng d</controlfield><datafield tag="245" ind1="0" ind2="0"><subfield code="a">${title}</subfield></datafield></record></collection>`;
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'march.xml', mimeType: 'application/xml', buffer: Buffer.from(xml) });
  await page.getByText(/^Recognised: MARCXML/).waitFor();
  await page.getByRole('button', { name: 'Send and load' }).click();
  await page.getByRole('heading', { name: 'A load', exact: true }).waitFor();
  await page.getByRole('status').filter({ hasText: 'State of the load: done' }).waitFor({ state: 'attached' });
  await goTo(page, 'Catalogue', 'Possible duplicates');
  await page.getByRole('heading', { level: 1 }).waitFor();
});
