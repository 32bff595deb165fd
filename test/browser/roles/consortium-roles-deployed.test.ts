import type { Page } from 'playwright-core';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { consortiumStaff, deployedBrowser, goTo } from '../../builders/deployed-browser.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);

/** Returns the areas that the navigation offers. */
const areasOf = (page: Page): Promise<string[]> =>
  page.getByRole('navigation', { name: 'Areas' }).getByRole('link').allTextContents();

test('the secretary of the board reads the rules in force and their decisions, and is offered no change', async () => {
  const page = await as(consortiumStaff(endpoints, 'governance-secretary'), '/today');
  await goTo(page, 'Policies', 'Limits and blocks');
  await page
    .getByRole('row', { name: /In force/ })
    .first()
    .waitFor();
  expect(await page.getByRole('form', { name: 'Change the rules' }).count()).toBe(0);
  await goTo(page, 'Policies', 'Loan rules');
  await page.getByRole('region', { name: 'Test bench' }).waitFor();
  expect(await page.getByRole('button', { name: /Change this rule|Add a rule/ }).count()).toBe(0);
});

test.each(['acquisitions', 'e-resources'])(
  'a person for %s works in the catalogue, and sees no page of others',
  async (role) => {
    const page = await as(accountOf(endpoints, 'riverton', role), '/today');
    const catalogue = page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Catalogue' });
    await catalogue.waitFor();
    const areas = await areasOf(page);
    for (const other of ['Desk', 'Patrons', 'Money', 'Administration']) expect(areas).not.toContain(other);
    // The only page of the area opens at once.
    await catalogue.click();
    await page.getByRole('combobox', { name: 'Words to search for' }).first().fill('history');
    await page.keyboard.press('Enter');
    await page.locator('a[href^="/record/"]').first().click();
    await page.getByRole('region', { name: 'Items' }).first().waitFor();
  },
);
