import type { Locator, Page } from 'playwright-core';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, fresh, goTo } from '../../builders/deployed-browser.ts';
import { onlyCopy, onShelf } from '../../builders/deployed-titles.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);
const cataloguer = accountOf(endpoints, 'riverton', 'cataloguer');
/** The catalogue to copy from is the demo's own, by SRU. */
const target = 'Union catalogue of the demo';

/** Finds a title in the other catalogue. Returns its first record there that is marked as wanted. */
const foundThere = async (page: Page, title: string, mark: string): Promise<Locator> => {
  await goTo(page, 'Catalogue', 'Copy records');
  await page.getByLabel('Catalogue', { exact: true }).selectOption(target);
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  const hit = page.getByRole('region', { name: target }).last().getByRole('row').filter({ hasText: mark }).first();
  await hit.waitFor();
  return hit;
};

test('a record of another catalogue is previewed, taken over as a new one, and gets a copy', async () => {
  const { title } = await onlyCopy(endpoints, 'lakeshore');
  const page = await as(cataloguer, '/today');
  const hit = await foundThere(page, title, 'in the catalogue');
  await hit.getByRole('button').first().click();
  await page
    .getByRole('region', { name: 'Found there' })
    .getByText(/^\s*245/)
    .waitFor();
  await page.getByRole('button', { name: 'Take over as a new record' }).click();
  await page.getByLabel('Why').fill('Copied.');
  await page.getByText('No fault,').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved as a new record.').waitFor();
  await page
    .getByRole('link', { name: /^Add a copy to/ })
    .first()
    .click();
  const barcode = `CC${fresh()}`;
  await page.getByLabel('Branch').selectOption('riverton.main');
  await page.getByLabel('Barcode').fill(barcode);
  await page.keyboard.press('Enter');
  await page.getByText(`Copy ${barcode} made.`).waitFor();
});

test('a record of another catalogue is laid over the own one after a preview: the own number and the local fields stay', async () => {
  const note = `Copied again ${fresh()}`;
  const { title } = await onShelf(endpoints, 'riverton', { branchId: 'riverton.main' });
  const page = await as(cataloguer, '/today');
  const hit = await foundThere(page, title, 'your library has it');
  await hit.getByRole('button').first().click();
  const number = /^001/;
  const [own, result] = ['Your record', 'Your record afterwards'].map((name) =>
    page.getByRole('region', { name, exact: true }).getByRole('listitem').filter({ hasText: number }),
  );
  expect(await result?.textContent()).toBe(await own?.textContent());
  await page.getByRole('button', { name: 'Lay over our record' }).click();
  await page.getByLabel('Why').fill(note);
  await page.getByText('No fault,').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved: the record is matched anew.').waitFor();
});
