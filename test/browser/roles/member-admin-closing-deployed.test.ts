import type { Locator, Page } from 'playwright-core';
import { scan } from '../../builders/browser-page.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, fresh, goTo } from '../../builders/deployed-browser.ts';
import { allOnShelf } from '../../builders/deployed-titles.ts';
import { deskFlow, freshName, outcome, registerAdult } from '../../builders/desk-flow.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const browser = deployedBrowser(endpoints);
const { atMain } = deskFlow(endpoints, browser, accountOf(endpoints, 'riverton', 'desk-supervisor'));
/** The time zone of the main branch, in which a loan falls due. */
const timeZone = 'America/New_York';

type Lent = { desk: Page; barcode: string; due: string };

/** Lends a book of the main branch to a new patron. Returns the page of the desk, the barcode and the day on which it is due. */
const lent = async (stem: string): Promise<Lent> => {
  const [book] = await allOnShelf(endpoints, 'riverton', { branchId: 'riverton.main' });
  const barcode = book?.barcode ?? '';
  const desk = await atMain('Patrons', 'Register');
  await registerAdult(desk, freshName(stem));
  const answer = desk.waitForResponse((one) => one.url().endsWith('/v1/circulation/check-outs'));
  await scan(desk, barcode);
  await outcome(desk, /^Lent until/).waitFor();
  const { loan } = await (await answer).json();
  return { desk, barcode, due: new Date(loan.due).toLocaleDateString('en-CA', { timeZone }) };
};

/** Opens the form that closes the main branch for some days. */
const closingForm = async (): Promise<{ page: Page; form: Locator }> => {
  const page = await browser.as(accountOf(endpoints, 'riverton', 'member-admin'), '/today');
  await goTo(page, 'Administration', 'Branches and hours');
  await page.getByLabel('Branch', { exact: true }).selectOption('riverton.main');
  await page.getByText('Close for some days (snow, a fault)').click();
  return { page, form: page.locator('details').filter({ hasText: 'Close for some days' }) };
};

/** Closes the branch as previewed: the due date of the item moves. */
const close = async (page: Page, barcode: string): Promise<void> => {
  const moves = page.getByRole('region', { name: 'Dates that move' });
  await moves.getByRole('row').filter({ hasText: 'Due dates of loans' }).first().waitFor();
  await page.getByRole('button', { name: 'Close the branch' }).click();
  await page.getByText(/dates? were moved/).waitFor();
  const dates = page.getByRole('region', { name: 'Each date' });
  await dates.getByRole('row').filter({ hasText: barcode }).getByText('moved').waitFor();
};

/** Takes the closing back, and the item too, so that the next flow finds both as before. */
const takeBack = async (page: Page, { desk, barcode }: Lent): Promise<void> => {
  await page.getByRole('button', { name: 'Take it back' }).first().click();
  await page.getByText(/dates are as before/).waitFor();
  await goTo(desk, 'Desk', 'Check out and in');
  await desk.getByLabel('Scan a card or an item').focus();
  await scan(desk, barcode);
  await outcome(desk, /^Taken back/).waitFor();
};

const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('an administrator closes a branch because of snow: the due date of a loan moves, and moves back', async () => {
  const loan = await lent('Larkin');
  const { page, form } = await closingForm();
  // The days in which a loan of today falls due, for any usual loan period.
  await form.getByLabel(/^Closed from/).fill(dayAhead(12));
  await form.getByLabel('To (empty: one day)').fill(dayAhead(32));
  await form.getByRole('textbox', { name: /Reason \(public\)/ }).fill('Closed because of snow');
  await form.getByRole('button', { name: 'Preview' }).click();
  await close(page, loan.barcode);
  await takeBack(page, loan);
});

test('a branch closes from three in the afternoon of one day: loans due that day move, and visitors read the hour', async () => {
  const reason = `A burst pipe ${fresh()}`;
  const loan = await lent('Marlowe');
  const { page, form } = await closingForm();
  await form.getByLabel(/^Closed from/).fill(loan.due);
  await form.getByLabel('On the first day from (empty: the whole day)').fill('15:00');
  await form.getByRole('textbox', { name: /Reason \(public\)/ }).fill(reason);
  await form.getByRole('button', { name: 'Preview' }).click();
  await form.getByRole('heading', { name: new RegExp(`^${reason}: .*, from 3:00`) }).waitFor();
  await close(page, loan.barcode);
  const visitor = await browser.at('/libraries');
  await visitor
    .getByRole('listitem')
    .filter({ hasText: reason })
    .getByText(/from 3:00/)
    .first()
    .waitFor();
  await takeBack(page, loan);
  await visitor.reload();
  await visitor.getByRole('heading', { level: 3 }).first().waitFor();
  expect(await visitor.getByText(reason).count()).toBe(0);
});
