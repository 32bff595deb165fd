import type { Locator, Page } from 'playwright-core';
import { cardNumber } from '../../demo/numbers.ts';
import type { Account, Endpoints } from '../../local/endpoints.ts';
import { type DeployedBrowser, fresh, goTo } from './deployed-browser.ts';
import { allOnShelf } from './deployed-titles.ts';

/** A person who is registered for one flow: the card, the family name, and the address of the record. */
export type NewPatron = { card: string; family: string; url: string };

/** Returns a family name that no earlier flow used. */
export const freshName = (stem: string): string =>
  `${stem}${fresh().replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`;

/** Returns a card number that no earlier flow used. */
export const freshCard = (): string => cardNumber('riverton', Number(`4${fresh(7)}`));

/** Returns what the desk says about a scan. */
export const outcome = (page: Page, result: RegExp): Locator =>
  page.locator('.scan-outcome').filter({ hasText: result });

/** What the flows of a desk of Riverton begin with. */
export const deskFlow = (endpoints: Endpoints, { as }: DeployedBrowser, person: Account) => ({
  /** Opens a page of the navigation at the main branch. */
  atMain: async (area: string, name: string): Promise<Page> => {
    const page = await as(person, '/today');
    await page.getByLabel('Working at').selectOption('riverton.main');
    await goTo(page, area, name);
    return page;
  },
  /** Returns the barcode of a book that is now on the shelf of the main branch. */
  aBook: async (): Promise<string> => {
    const [book] = await allOnShelf(endpoints, 'riverton', { branchId: 'riverton.main' });
    if (!book) throw new Error('The main branch has no book on its shelf.');
    return book.barcode;
  },
});

/** Registers an adult on the page for that, whose record opens. */
export const registerAdult = async (page: Page, family: string, card = freshCard()): Promise<NewPatron> => {
  await page.getByRole('textbox', { name: /^Family name/ }).fill(family);
  await page.getByRole('textbox', { name: 'Given name', exact: true }).fill('Imogen');
  await page.getByLabel('Birth date').fill('1988-02-29');
  await page.getByRole('textbox', { name: /^Card/ }).fill(card);
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByText('Registered. The card is ready: scan the first item.').waitFor();
  await page.waitForURL(/\/patrons\/pat_/);
  await page.waitForFunction(() => document.activeElement?.closest('.scan-box') !== null);
  return { card, family, url: page.url() };
};
