import type { Page } from 'playwright-core';
import { itemBarcode } from '../../../demo/numbers.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, fresh, goTo } from '../../builders/deployed-browser.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);
const cataloguer = accountOf(endpoints, 'riverton', 'cataloguer');

/** Searches until the index has a new title: its answer follows a save by seconds. */
const found = async (page: Page, title: string): Promise<void> => {
  const hit = page.getByRole('main').getByRole('link', { name: title });
  for (let tries = 0; tries < 30; tries += 1) {
    await page.goto(`${endpoints.web}/search?q=${encodeURIComponent(title)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (
      await hit
        .first()
        .waitFor({ timeout: 2000 })
        .then(
          () => true,
          () => false,
        )
    )
      return;
  }
  throw new Error(`The search does not find ${title}.`);
};

/** Makes a record of a new title from a template, and a copy of it. */
const made = async (page: Page): Promise<{ title: string; barcode: string }> => {
  const title = `Tides of the upper lake ${fresh()}`;
  const barcode = itemBarcode('riverton', Number(`7${fresh(7)}`));
  await goTo(page, 'Catalogue', 'New record');
  await page.getByRole('link', { name: 'Book', exact: true }).click();
  await page.getByLabel('Text of 245').fill(`$a${title} /$cMira Holt.`);
  await page.getByLabel('Why').fill('A gift.');
  await page.getByText('No fault,').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved as a new record.').waitFor();
  await page
    .getByRole('link', { name: /^Add a copy to/ })
    .first()
    .click();
  await page.getByLabel('Branch').selectOption('riverton.main');
  await page.getByLabel('Barcode').fill(barcode);
  await page.keyboard.press('Enter');
  await page.getByText(`Copy ${barcode} made.`).waitFor();
  return { title, barcode };
};

test('a new record is written from a template, and gets a copy, which has a label', async () => {
  const page = await as(cataloguer, '/today');
  const { barcode } = await made(page);
  await goTo(page, 'Catalogue', 'Labels');
  await page.getByLabel('Barcodes').fill(barcode);
  await page.getByLabel('Barcodes').press('Enter');
  await page.getByRole('button', { name: /^Print (1|one) label/ }).waitFor();
});

test('the search finds the new record with its copy, and the cataloguer adds a note to it', async () => {
  const page = await as(cataloguer, '/today');
  const { title, barcode } = await made(page);
  await found(page, title);
  await page.getByRole('main').getByRole('link', { name: title }).first().click();
  await page.getByRole('region', { name: 'Items' }).getByText(barcode).waitFor();
  await page
    .getByRole('link', { name: /^Records of the members/ })
    .first()
    .click();
  await page.getByRole('link', { name: /^Edit/ }).first().click();
  await page.getByLabel('Text of 245').press('Enter');
  await page.keyboard.type('500');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await page.keyboard.type('With a map of the shore.');
  await page.getByLabel('Why').fill('The map was overlooked.');
  await page.getByText('No fault,').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved: the record is matched anew.').waitFor();
});
