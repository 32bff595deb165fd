import type { Page } from 'playwright-core';
import { noteCount } from '../../../local/levels/flow-counts.ts';
import { closePage, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

const { at, requestsTo, slowed } = browserPages({ who: 'staff' });

const steps = () => requestsTo('resource-sharing-take-steps').map(({ body }) => body.steps);
const scan = async (page: Page, barcode: string): Promise<void> => {
  await page.getByLabel('Ship by scan').fill(barcode);
  await page.keyboard.press('Enter');
};

test('one scan in the list ships the copy for its request; where others wait a supervisor gives a reason', async () => {
  const page = await at('/loans?side=supplier');
  await scan(page, '31234000000041');
  await page.getByText(/^“Matilda” is shipped to /).waitFor();
  const ship = { requestId: 'req_4', askId: 'ask_4', step: 'ship' };
  expect(steps()).toEqual([[{ ...ship, barcode: '31234000000041' }]]);
  noteCount('ship-loan', steps().length);
  await scan(page, '31234000000077');
  await page.getByText(/Another patron’s hold could be filled/).waitFor();
  await page.getByRole('button', { name: /Let it through/ }).click();
  await page.keyboard.type('Asked for by their director');
  await page.keyboard.press('Enter');
  await page
    .getByText(/^“Matilda” is shipped to /)
    .nth(1)
    .waitFor();
  const override = { comment: 'Asked for by their director' };
  expect(steps().at(-1)).toEqual([{ ...ship, barcode: '31234000000077', override }]);
  await closePage(page);
});

test('scans that come faster than the answers are worked one by one, each with its outcome', async () => {
  const page = await at('/loans?side=supplier');
  await page.getByLabel('Ship by scan').waitFor();
  slowed(400);
  await scan(page, '31234000000041');
  await page.keyboard.type('31234000000088');
  await page.keyboard.press('Enter');
  await page.getByText(/No open request asks for item 31234000000088/).waitFor();
  await page.getByText(/^“Matilda” is shipped to /).waitFor();
  slowed(0);
  await closePage(page);
});

test('a copy that nobody asks for is not shipped; one that is not catalogued says what to do', async () => {
  const page = await at('/loans?side=supplier');
  await scan(page, '31234000000088');
  await page.getByText(/No open request asks for item 31234000000088/).waitFor();
  await scan(page, '31234000000099');
  await page.getByText(/no item with the barcode 31234000000099/).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Add a copy' }).click();
  await page.waitForURL(/new-item/);
  expect(steps()).toEqual([]);
  await closePage(page);
});
