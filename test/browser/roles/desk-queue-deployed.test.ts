import type { Page } from 'playwright-core';
import { cardNumber } from '../../../demo/numbers.ts';
import { scan } from '../../builders/browser-page.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, fresh, goTo } from '../../builders/deployed-browser.ts';
import { onlyCopy } from '../../builders/deployed-titles.ts';
import { freshName, outcome, registerAdult } from '../../builders/desk-flow.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);
const desk = accountOf(endpoints, 'harcourt', 'desk-supervisor');

/** Queues a patron on the record page of a title whose only copy is on loan. */
const hold = async (page: Page, card: string): Promise<void> => {
  await page.getByRole('button', { name: 'Place hold' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Card of the patron' }).fill(card);
  await dialog.getByRole('button', { name: 'Place the hold' }).click();
  await dialog.getByRole('button', { name: 'Queue for the copies on loan' }).click();
  await page.getByText('The hold is placed.').last().waitFor();
  await dialog.waitFor({ state: 'detached' });
};

test('in a queue a hold is put first, suspended and resumed, and a loan is recalled for it', async () => {
  const { recordId, barcode, branchId } = await onlyCopy(endpoints, 'harcourt');
  const page = await as(desk, '/today');
  await page.getByLabel('Working at').selectOption(branchId);
  const cards: string[] = [];
  const names: string[] = [];
  for (const stem of ['Holloway', 'Ingram', 'Jardine']) {
    await goTo(page, 'Patrons', 'Register');
    const card = cardNumber('harcourt', Number(`4${fresh(7)}`));
    const name = freshName(stem);
    await registerAdult(page, name, card);
    cards.push(card);
    names.push(name);
    if (stem === 'Holloway') {
      await scan(page, barcode);
      await outcome(page, /^Lent until/).waitFor();
    }
  }
  await page.goto(`${endpoints.web}/record/${recordId}`);
  for (const card of cards.slice(1)) await hold(page, card);
  await page.goto(`${endpoints.web}/holds/queue/${recordId}`);
  const dialog = page.getByRole('dialog');
  const second = names[2] ?? '';
  const change = async (place: number, name: string): Promise<void> =>
    page.getByRole('button', { name: new RegExp(`^Change the hold: Place ${place}: .*${name}`) }).click();
  await page.getByRole('link', { name: new RegExp(second) }).waitFor();
  await change(2, second);
  await dialog.getByRole('textbox', { name: 'Reason (stored)' }).fill('Needed for class');
  await dialog.getByRole('button', { name: 'Put there' }).click();
  await page.getByText('The order is changed.').waitFor();
  await change(1, second);
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  await page.getByText('The hold is suspended. It keeps its place.').waitFor();
  await page
    .getByRole('row')
    .filter({ hasText: 'Paused' })
    .filter({ hasText: second })
    .getByRole('button', { name: /^Change the hold/ })
    .click();
  await dialog.getByRole('button', { name: 'Resume' }).click();
  await page.getByText('The hold waits again.').waitFor();
  await change(1, second);
  await dialog.getByRole('button', { name: 'Recall a loan for this hold' }).click();
  await page.getByText('The loan is recalled.').waitFor();
});
