import type { Page } from 'playwright-core';
import { answerTo, closePage, overflow, scan, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(60_000);
const { at, requestsTo } = browserPages({ who: 'staff' });

/** Opens the desk with a patron. */
const withPatron = async (how = {}): Promise<Page> => {
  const page = await at('/desk', how);
  await scan(page, '21101000000016');
  // The blocks and notes come with the card; the bills and loans are loaded.
  await page.locator('.patron-part').nth(2).waitFor();
  return page;
};

test('an alert is shown when the card is scanned and cleared; a note is added for all desks', async () => {
  const page = await at('/desk');
  await scan(page, '21101000000098');
  await page.getByRole('alert').filter({ hasText: 'Left an umbrella at the desk.' }).waitFor();
  await page.getByText('1 note').click();
  await page.getByLabel('Note about the patron').fill('Prefers large print.');
  await page.getByLabel('Who reads it').selectOption({ label: 'All desks' });
  await page.getByRole('button', { name: 'Add the note' }).click();
  await page.getByRole('button', { name: 'Clear the alert' }).click();
  await eventually(() =>
    expect(requestsTo('patrons-add-note').map(({ body }) => body)).toEqual([
      { branchId: 'riverton.main', text: 'Prefers large print.', readers: 'all', alert: false },
    ]),
  );
  await eventually(() => expect(requestsTo('patrons-clear-alert')).toHaveLength(1));
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});

test('of another library’s patron the desk sees the block that this library set, and a supervisor lifts it', async () => {
  const page = await withPatron();
  await page.getByText(/conduct \(Riverton/).waitFor();
  await page.getByText('Block the patron…').click();
  expect(await page.getByLabel('At all libraries of the consortium').count()).toBe(0);
  const lifted = answerTo(page, '/block-removals');
  await page.getByRole('button', { name: 'Lift the block: conduct' }).click();
  await lifted;
  await eventually(() =>
    expect(requestsTo('patrons-unblock-patron').map(({ body }) => body)).toEqual([
      { branchId: 'riverton.main', code: 'conduct', everywhere: false },
    ]),
  );
  await closePage(page);
});

test('a supervisor blocks a patron of the own library, with a reason, an end and an effect, and lifts a block', async () => {
  const page = await at('/desk');
  await scan(page, '21101000000099');
  await page.getByText('decision of the library (everywhere').waitFor();
  await page.getByText(/until .*31/).waitFor();
  await page.getByText('Two letters came back.').waitFor();
  await page.getByText('Contact data and residence').click();
  await page.getByText('Amy').first().waitFor();
  await page.getByText('Block the patron…').click();
  await page.getByLabel('Type of block').selectOption({ label: 'conduct' });
  await page.getByLabel('Reason for the block').fill('Shouted at staff.');
  await page.getByLabel('Last day').fill('2027-01-31');
  await page.getByLabel('holds').uncheck();
  await page.getByRole('button', { name: 'Block', exact: true }).click();
  await page.getByRole('button', { name: 'Lift the block: decision of the library' }).click();
  await eventually(() =>
    expect(requestsTo('patrons-block-patron').map(({ body }) => body)).toEqual([
      {
        ...{ branchId: 'riverton.main', code: 'conduct', everywhere: false, exceptAtHome: false },
        ...{ note: 'Shouted at staff.', until: '2027-01-31', stops: ['checkout', 'renewal'] },
      },
    ]),
  );
  await eventually(() =>
    expect(requestsTo('patrons-unblock-patron').map(({ body }) => body)).toEqual([
      { branchId: 'riverton.main', code: 'library-decision', everywhere: true },
    ]),
  );
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});

test('a bill is paid in part: the amount is typed with a comma or a point, one call is made, the receipt is shown', async () => {
  const page = await withPatron();
  await page.getByText('Owes €8.50').waitFor();
  await page.getByLabel('Amount for Emma (EUR)').fill('1,50');
  await page.getByLabel('Amount for Emma (EUR)').press('Enter');
  await page.getByText('€1.50 received. Receipt riverton.main-000042.').waitFor();
  const [call, ...more] = requestsTo('circulation-pay-bill');
  expect(call?.body).toEqual({
    branchId: 'riverton.main',
    patron: 'pat_01kaw5v7n0000000000000000z',
    billId: 'bil_1',
    amount: 150,
    means: 'cash',
  });
  expect([call?.key === '', more]).toEqual([false, []]);
  await eventually(() => expect(requestsTo('circulation-show-patron')).toHaveLength(2));
  await closePage(page);
});

test('finding C8: the desk sees what loans have accrued so far, apart from what is owed', async () => {
  const page = await withPatron();
  await page.getByText('Accrued so far €10.00').waitFor();
  expect(await page.getByText('Owes €8.50').count()).toBe(1);
  await page.getByText('Loans (2)').click();
  await page.getByText('fine so far €10.00').waitFor();
  await closePage(page);
});

test.each(['9.00', '0', '-1', '1.234', 'all'])('a payment of %j is refused: the limits are shown', async (typed) => {
  const page = await withPatron();
  await page.getByLabel('Amount for Emma (EUR)').fill(typed);
  await page.getByLabel('Amount for Emma (EUR)').press('Enter');
  await page.getByText('Between €0.01 and €3.50, please.').waitFor();
  await eventually(() => expect(requestsTo('circulation-pay-bill')).toEqual([]));
  await closePage(page);
});

test('several bills are paid at once, each in its own amount, by card', async () => {
  const page = await withPatron();
  await page.getByLabel('Means of payment').selectOption('Card');
  await page.getByLabel('Emma: pay with others').check();
  await page.getByLabel('Fee: pay with others').check();
  await page.getByLabel('Amount for Emma (EUR)').fill('3');
  await page.getByLabel('Amount for Fee (EUR)').fill('1');
  await page.getByRole('button', { name: 'Take payment for 2 bills: €4.00' }).click();
  await page.getByText('€4.00 received. Receipt riverton.main-000042.').waitFor();
  await eventually(() =>
    expect(requestsTo('circulation-pay-bill').map(({ body }) => body)).toEqual([
      {
        ...{ branchId: 'riverton.main', patron: 'pat_01kaw5v7n0000000000000000z', means: 'card' },
        ...{ billId: 'bil_1', amount: 300, also: [{ billId: 'bil_2', amount: 100 }] },
      },
    ]),
  );
  await closePage(page);
});

test('a member’s own bill is waived with a reason; too much is refused with advice, another’s cannot be tried', async () => {
  const page = await withPatron();
  const [other, own] = [page.getByText('History and waiver').nth(0), page.getByText('History and waiver').nth(1)];
  await other.click();
  await page.getByText('Only the library that is owed waives it.').waitFor();
  await own.click();
  await page.getByRole('textbox', { name: 'Reason', exact: true }).fill('The book drop was locked.');
  await page.getByRole('button', { name: 'Waive' }).click();
  await page.getByText('So much takes a desk supervisor of this branch.').waitFor();
  await page.getByLabel('Waive how much (EUR)').fill('2');
  await page.getByRole('button', { name: 'Waive' }).click();
  await page.getByText('€2.00 waived. Receipt riverton.main-000043.').waitFor();
  await closePage(page);
});

test('a bill that is paid in full leaves the list, and its receipt remains readable', async () => {
  const page = await withPatron();
  await page.getByLabel('Amount for Fee (EUR)').press('Enter');
  await page.getByText('€5.00 received. Receipt riverton.main-000042.').waitFor();
  await page.getByLabel('Amount for Fee (EUR)').waitFor({ state: 'detached' });
  expect(await page.getByText('€5.00 received. Receipt riverton.main-000042.').isVisible()).toBe(true);
  await closePage(page);
});

test('a refund is paid out, above the limit with a warning in advance; the receipt shows the amount and the means', async () => {
  const page = await withPatron();
  await page.getByText('€25.00 is owed to the patron').waitFor();
  expect(await page.getByText('Above €20.00 it takes a desk supervisor.').isVisible()).toBe(true);
  await page.getByLabel('Means of payment').selectOption('Voucher');
  await page.getByRole('button', { name: 'Pay out (Voucher)' }).click();
  await page.getByText('€25.00 paid out. Receipt riverton.main-000044.').waitFor();
  await eventually(() =>
    expect(requestsTo('circulation-refund-credit').map(({ body }) => body.payOut)).toEqual([{ means: 'voucher' }]),
  );
  const receipt = page.getByRole('region', { name: 'Receipt' });
  for (const text of ['Paid out', 'No. riverton.main-000044', 'Matilda · Lost item', 'Voucher'])
    await receipt.getByText(text).waitFor();
  await closePage(page);
});

test('a till is closed after confirmation, with the counted amounts by means of payment', async () => {
  const page = await at('/till');
  await page.getByLabel('Cash counted (EUR)').fill('53,40');
  await page.getByLabel('Day of the till').fill('2026-11-20');
  await page.getByRole('button', { name: 'Count and close' }).click();
  await page.getByRole('button', { name: 'Yes, close it' }).click();
  await page.getByText('-$0.10').waitFor();
  await eventually(() =>
    expect(requestsTo('circulation-close-till').map(({ body }) => body)).toEqual([
      {
        branchId: 'riverton.main',
        day: '2026-11-20',
        counted: [{ currency: 'EUR', means: 'cash', amount: 5340 }],
      },
    ]),
  );
  await closePage(page);
});

test('a month’s netting shows who pays whom, and is booked after confirmation', async () => {
  const page = await at('/money/2026-10', { who: 'approver' });
  await page.getByText('Riverton Public Library pays Harcourt University Libraries $5.00.').waitFor();
  await page.getByRole('button', { name: 'Book the netting' }).click();
  await page.getByRole('button', { name: 'Yes, book it' }).click();
  await page.getByText('Booked into the ledger.').waitFor();
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await eventually(() =>
    expect(requestsTo('finance-post-netting').map(({ body }) => body)).toEqual([{ month: '2026-10' }]),
  );
  await closePage(page);
});

test('C54 the desk confirms before a copy goes for its hold, and another scan sends the answer; the slip has the route', async () => {
  const page = await at('/desk');
  await scan(page, '31101000000017');
  await page.getByText('A hold wants this copy. Is it the right one, and fit to go?').waitFor();
  await page.keyboard.press('y');
  const slip = page.getByRole('region', { name: 'Slip' });
  for (const text of ['Lakeshore', 'Route north', 'goes Mon, Wed', 'Tote L-2'])
    await slip.getByText(text).first().waitFor();
  await eventually(() =>
    expect(requestsTo('circulation-check-in').map(({ body }) => body.capture)).toEqual([undefined, 'yes']),
  );
  await eventually(() => expect(new Set(requestsTo('circulation-check-in').map(({ key }) => key)).size).toBe(2));
  await closePage(page);
});

test('a shelf check lists what does not belong there; a missing item is marked as found by a click', async () => {
  const page = await at('/shelf-check');
  const box = page.getByLabel('Scan an item');
  for (const barcode of ['31101000000011', '31101000000014', '99']) {
    await box.fill(barcode);
    await box.press('Enter');
  }
  await page.getByText('3 copies scanned, 2 to look at').waitFor();
  await page.getByText('No item of the consortium: catalogue it, or relabel it.').waitFor();
  await page.getByRole('button', { name: 'Mark as found' }).click();
  await page.getByText('Found.').waitFor();
  // The newest inventory is complete; the next is opened, and from then on scans are recorded in it.
  await page.getByRole('button', { name: 'Not seen' }).click();
  await page.getByRole('cell', { name: 'FIC AUS' }).waitFor();
  await eventually(() => expect(requestsTo('catalogue-note-inventory-scans')).toEqual([]));
  await page.getByRole('button', { name: 'Open an inventory of all locations' }).click();
  await page.getByText('Adult fiction: what you scan is noted in it.').waitFor();
  await box.fill('98');
  await box.press('Enter');
  await page.getByText('4 copies scanned, 3 to look at').waitFor();
  await eventually(() =>
    expect(requestsTo('catalogue-note-inventory-scans').map(({ body }) => body)).toEqual([{ scans: ['98'] }]),
  );
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await page.getByRole('button', { name: 'Close and count' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Close and count' }).click();
  await page.getByText('The inventory is closed and being counted').waitFor();
  await closePage(page);
});

test('a loan is declared lost after confirmation, and the charge shown', async () => {
  const page = await withPatron();
  await page.getByText('Loans (2)').click();
  await page.getByRole('button', { name: 'Cien años de soledad: lost' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Not now' }).click();
  await eventually(() => expect(requestsTo('circulation-declare-lost')).toEqual([]));
  await page.getByRole('button', { name: 'Cien años de soledad: lost' }).click();
  await page.getByRole('button', { name: 'Yes, declare lost' }).click();
  await page.getByText('Declared lost. Charged: €30.00.').waitFor();
  await eventually(() =>
    expect(requestsTo('circulation-declare-lost').map(({ body }) => body)).toEqual([
      { branchId: 'riverton.main', item: 'itm_31101000000013' },
    ]),
  );
  await closePage(page);
});

test('a claimed return is recorded after confirmation; an existing claim is not asked for again', async () => {
  const page = await withPatron();
  await page.getByText('Loans (2)').click();
  expect(await page.getByRole('button', { name: /^Emma:/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'Why? Cien años de soledad' }).waitFor();
  await page.getByRole('button', { name: 'Cien años de soledad: says returned' }).click();
  await page.getByRole('button', { name: 'Yes, note it' }).click();
  await page.getByText('Noted. It is being looked for.').waitFor();
  await eventually(() => expect(requestsTo('circulation-claim-returned')).toHaveLength(1));
  await closePage(page);
});

test('a scan while an amount is typed stays in the amount; afterwards the input is ready again', async () => {
  const page = await withPatron();
  await page.getByLabel('Amount for Emma (EUR)').fill('1.00');
  await page.keyboard.press('Enter');
  await page.getByText('€1.00 received. Receipt riverton.main-000042.').waitFor();
  await page.getByLabel('Scan a card or an item').focus();
  await scan(page, '31101000000014');
  await page.getByText('Lent until').first().waitFor();
  await closePage(page);
});

test.each([
  ['in light', {}],
  ['in dark', { dark: true }],
  ['320 px wide', { width: 320 }],
  ['320 px wide, in Spanish', { width: 320, language: 'es' }],
])('bills and loans of a patron %s meet WCAG 2.2 AA and fit the window', async (_, how) => {
  const page = await withPatron(how);
  await page.locator('.patron-part summary').last().click();
  await page.locator('.patron-part .text-button').last().click();
  await page.getByRole('alert').waitFor();
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
});

test('an item for use in the library only is lent for that by one button', async () => {
  const page = await withPatron();
  await scan(page, '31101000000016');
  await page.getByText('Its lender lets it be used in the library only.').waitFor();
  await page.getByRole('button', { name: 'Lend for use in the library today' }).click();
  await page.getByText(/^Lent until/).waitFor();
  await eventually(() =>
    expect(requestsTo('circulation-check-out').map(({ body }) => body.inLibrary)).toEqual([undefined, true]),
  );
  await closePage(page);
});

test('a renewal that needs the lender’s consent shows that, and the unchanged due date', async () => {
  const page = await at('/desk');
  await page.keyboard.press('F4');
  await scan(page, '31101000000015');
  await page
    .getByText(/^The library that lends it has been asked; due .* as before/)
    .first()
    .waitFor();
  await closePage(page);
});
