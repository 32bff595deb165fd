import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../builders/browser.ts';
import { answerTo, closePage, type Opening, openPage, overflow, violations } from '../../builders/browser-page.ts';
import { eventually } from '../../builders/eventually.ts';
import { type Fixture, startFixture } from '../../builders/fixture-api.ts';

jest.setTimeout(90_000);
let browser: Browser;
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await fixture.stop();
});

const openAt = async (path: string, how: Opening): Promise<Page> =>
  (await openPage(browser, `${fixture.url}${path}`, how)).page;
const requestsTo = (id: string) => fixture.requests.filter((one) => one.id === id).at(-1);
const month = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a preparer meters, reconciles by the bill or a reason once differences are explained, and sees any refusal', async () => {
  const page = await openAt('/periods', { who: 'preparer' });
  await month(page, 'April 2026').getByRole('button', { name: 'Meter: April 2026' }).click();
  const metered = answerTo(page, '/preparations');
  await page.getByRole('button', { name: 'Yes, meter it' }).press('Enter');
  await metered;
  await eventually(() => expect(requestsTo('finance-prepare-period')?.body).toEqual({ step: 'meter' }));
  const october = month(page, 'October 2026');
  await october.getByText('2 differences from the bill are to be explained first.').waitFor();
  await october.getByRole('link', { name: 'Bill of October 2026' }).waitFor();
  await october.getByRole('link', { name: 'Alerts of budgets raised in this month: 3' }).waitFor();
  expect(await october.getByRole('button', { name: /latest bill/ }).count()).toBe(0);
  const september = month(page, 'September 2026');
  await september.getByText(/Opened again: .* – The bill was restated/).waitFor();
  await september.getByRole('button', { name: 'Reconcile without a bill: September 2026' }).click();
  await september.getByLabel('Why is there no bill?').fill('First month');
  await september.getByRole('button', { name: 'Reconcile without a bill' }).click();
  await september.getByText(/the month’s netting is not booked yet: book it first/).waitFor();
  await eventually(() =>
    expect(requestsTo('finance-prepare-period')?.body).toEqual({ step: 'reconcile', reason: 'First month' }),
  );
  expect(await page.getByRole('button', { name: /^(Approve|Open again)/ }).count()).toBe(0);
  await closePage(page);
});

test('an approver names the statements by their hash, never their own work, and sees when it is too late to reopen', async () => {
  const page = await openAt('/periods', { who: 'approver' });
  const august = month(page, 'August 2026');
  await august.getByRole('button', { name: 'Open again: August 2026' }).click();
  await august.getByLabel('Why is it opened again?').fill('Wrong bill');
  await august.getByRole('button', { name: 'Open again' }).click();
  await august.getByText('Its statements are being booked: it is not opened again.').waitFor();
  await august.getByRole('button', { name: 'Approve: August 2026' }).click();
  await august.getByText(/^Approve 6 statements of August 2026, total \$162.43, to be paid \$93.50/).waitFor();
  const approved = answerTo(page, '/decisions');
  await august.getByRole('button', { name: 'Yes, approve' }).click();
  await approved;
  await eventually(() =>
    expect(requestsTo('finance-decide-period')?.body).toEqual({
      step: 'approve',
      hash: expect.stringMatching(/^c1f7[0-9a-f]{60}$/),
    }),
  );
  const july = month(page, 'July 2026');
  await july.getByText('You metered or reconciled it: somebody else approves it.').waitFor();
  expect(await july.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
  await month(page, 'June 2026')
    .getByText(/could not be written: There is no rate/)
    .waitFor();
  expect(await page.getByRole('button', { name: /^(Meter|Reconcile)/ }).count()).toBe(0);
  await closePage(page);
});

test('a month opens to its statements; a broken seal names the place; a credit and a one-off charge are entered, and a refusal explained', async () => {
  const page = await openAt('/periods', { who: 'preparer' });
  const may = month(page, 'May 2026');
  await may.getByRole('button', { name: 'Statements and corrections: May 2026' }).click();
  await may.getByRole('button', { name: 'Check that May 2026 is unchanged' }).click();
  await may.getByText(/^The statement of .* for May 2026 was changed after the month was closed\.$/).waitFor();
  // finding F8: the files of all members are one archive, of many members several; an open month has the workbook only.
  const asked = answerTo(page, '/files');
  await may.getByRole('button', { name: 'All files of all members (ZIP)', exact: true }).click();
  await asked;
  await may.getByRole('button', { name: 'All files of all members (ZIP), part 2 of 2' }).click();
  await eventually(() =>
    expect(requestsTo('finance-print-statements')?.body).toEqual({ format: 'zip', language: 'eng', part: 2 }),
  );
  const november = month(page, 'November 2026');
  await november.getByRole('button', { name: 'Statements and corrections: November 2026' }).click();
  await november.getByText(/Search stood still/).waitFor();
  expect(await november.getByRole('button', { name: /ZIP/ }).count()).toBe(0);
  const form = november.getByRole('form', { name: 'Give a credit: November 2026' });
  await form.getByRole('button', { name: 'Give the credit' }).click();
  await form.getByText('Enter an amount above 0.').waitFor();
  await form.getByLabel('Code (letters, digits, hyphens)').fill('twice');
  await form.getByLabel('Amount').fill('5,00');
  await form.getByLabel('Why?').fill('Search stood still');
  await form.getByRole('button', { name: 'Give the credit' }).click();
  await form.getByText('This month has such a line already: use the next one.').waitFor();
  // finding F6: a refusal states the limit, what is used of it and what was asked for.
  await form.getByLabel('Code (letters, digits, hyphens)').fill('too-large');
  await form.getByRole('button', { name: 'Give the credit' }).click();
  await form.getByText('The billing policy allows $1,000.00 in all: -$600.00 used, -$5.00 asked for.').waitFor();
  await form.getByLabel('Code (letters, digits, hyphens)').fill('outage-2');
  // finding F5: a credit names the upheld dispute that it settles.
  await form.getByLabel('Member').selectOption('riverton');
  await form.getByLabel('Settles the upheld dispute of').selectOption('April 2026, Yearly fee: membership');
  await form.getByRole('button', { name: 'Give the credit' }).click();
  await form.getByText('The credit is noted.').waitFor();
  await eventually(() =>
    expect(requestsTo('finance-adjust-period')?.body).toMatchObject({
      ...{ kind: 'credit', code: 'outage-2', amount: -500 },
      settles: { month: '2026-04', lineId: 'dues-membership' },
    }),
  );
  const charge = november.getByRole('form', { name: 'Charge a one-off service: November 2026' });
  await charge.getByLabel('Code (letters, digits, hyphens)').fill('courier');
  await charge.getByLabel('Amount').fill('45.00');
  await charge.getByLabel('Why?').fill('Order 7');
  await charge.getByLabel('Tax').selectOption({ label: 'lower rate' });
  await charge.getByRole('button', { name: 'Add the charge' }).click();
  await charge.getByText('Write what is charged.').waitFor();
  await charge.getByText('Write a percentage above 0, such as 19.').waitFor();
  await charge.getByLabel('Percent').fill('7');
  await charge.getByLabel('Words on the invoice').fill('Courier in November');
  await charge.getByRole('button', { name: 'Add the charge' }).click();
  await charge.getByText('The charge is noted.').waitFor();
  expect(requestsTo('finance-adjust-period')?.body).toEqual({
    ...{ kind: 'one-off', memberId: expect.any(String), code: 'courier', description: 'Courier in November' },
    ...{ amount: 4500, currency: 'USD', tax: { category: 'AA', rate: 700 }, reason: 'Order 7' },
  });
  await november.getByRole('button', { name: /^Take out again: Credits: .*outage/ }).click();
  await page.getByRole('button', { name: 'Verify all closed months' }).click();
  await page.getByText('Every statement is as it was when the month was closed.').waitFor();
  await eventually(() => expect(requestsTo('finance-withdraw-adjustment')).toBeDefined());
  await page.getByRole('link', { name: /, May 2026: disputed line$/ }).click();
  await page.getByRole('heading', { name: 'What it is made of: Own use: Search' }).waitFor();
  await closePage(page);
});

test('finding B8: each line of a statement opens its evidence by keyboard; a member disputes a line of its own', async () => {
  const page = await openAt('/statements/2026-05/riverton', { who: 'staff' });
  const open = async (line: string): Promise<void> => {
    await page.getByRole('button', { name: `What it is made of: ${line}` }).press('Enter');
    await page.getByRole('heading', { name: `What it is made of: ${line}` }).waitFor();
  };
  await open('Own use: Circulation');
  await page.getByRole('region', { name: 'By operation' }).getByText('41,200').waitFor();
  const byDay = page.getByRole('region', { name: 'By day' });
  await byDay.getByText('1,401').first().waitFor();
  expect(await byDay.getByRole('rowheader', { name: 'check out' }).count()).toBe(0);
  await byDay
    .getByRole('button', { name: /^Operations of / })
    .first()
    .press('Enter');
  await byDay
    .getByRole('row', { name: /^check out .*Calls of functions/ })
    .first()
    .waitFor();
  const headings = page.getByRole('heading', { name: /^(?:Discussion|Dispute)/ });
  const [discussion, evidence] = [await headings.first().boundingBox(), await byDay.boundingBox()];
  expect(discussion?.y).toBeLessThan(evidence?.y ?? 0);
  await page.getByRole('region', { name: 'Price of each unit' }).getByText('1M requests').waitFor();
  await open('Support plan');
  await page.getByText('Bill pbl_2.').waitFor();
  await page.getByRole('region', { name: 'What the bill says, and your share' }).getByText('$29.204000').waitFor();
  await open('Yearly fee: membership');
  await page.getByText('What these dues pay for').waitFor();
  await page.getByText('Systems librarian').waitFor();
  await page.getByRole('region', { name: 'Parts of the fee' }).getByText('€920.00').waitFor();
  await page.getByRole('region', { name: 'Figures of the member' }).getByText('41,870').waitFor();
  await page.getByText('So it was: see the next statement.').waitFor();
  await open('Loans and copies between members');
  await page.getByRole('region', { name: 'In the ledger' }).getByText('$30.00').waitFor();
  await page.getByRole('button', { name: 'Show more' }).click();
  await open('Correction: April 2026');
  await page.getByRole('link', { name: 'April 2026: Yearly fee: membership' }).waitFor();
  await open('Training (April 2026)');
  await page.getByRole('link', { name: 'Open the statement of April 2026' }).waitFor();
  await open('Tax at 19 %');
  await page.getByRole('region', { name: 'Lines that it was calculated from' }).getByText('$83.34').waitFor();
  await open('Work for all members: Catalogue');
  await page.getByText(/^Your share of what is used for all/).waitFor();
  await page.getByText('$164.800000').waitFor();
  await page.getByText('2.5 %').waitFor();
  await open('Stand-by cost');
  await page.getByText('By use: searches').waitFor();
  await open('Work for all members: Catalogue');
  await page.getByLabel('What is wrong with it?').fill('Not ours');
  await page.getByRole('button', { name: 'Dispute this line' }).click();
  await page.getByText('It is noted.').waitFor();
  await eventually(() => expect(requestsTo('finance-discuss-line')?.body).toEqual({ text: 'Not ours' }));
  expect(await page.getByRole('button', { name: 'Put this line right' }).count()).toBe(0);
  await closePage(page);
});

test('a library’s finance finds its statements in the navigation, and disputes a line of the list in three clicks', async () => {
  const page = await openAt('/statements/2026-05/riverton', { who: 'staff' });
  const statements = page.getByRole('link', { name: 'Statements', exact: true });
  expect(await statements.getAttribute('href')).toBe('/statements');
  await page.getByRole('button', { name: 'Dispute Support plan' }).click();
  await page.getByRole('heading', { name: 'What it is made of: Support plan' }).waitFor();
  await page.keyboard.type('We bought no support.');
  await page.getByRole('button', { name: 'Dispute this line' }).click();
  await page.getByText('It is noted.').waitFor();
  await eventually(() => expect(requestsTo('finance-discuss-line')?.body).toEqual({ text: 'We bought no support.' }));
  expect(await page.getByRole('button', { name: 'Dispute Own use: Search' }).count()).toBe(0);
  await statements.click();
  await page.waitForURL(/\/statements\/\d{4}-\d{2}\/riverton$/);
  await closePage(page);
});

test('a statement without an e-invoice says what the rules for billing lack', async () => {
  const page = await openAt('/statements/2026-05/riverton', { who: 'staff' });
  await page.getByRole('button', { name: 'E-invoice (UBL)' }).click();
  const notice = page.getByRole('alert');
  await notice.getByText('There is no e-invoice of it yet.').waitFor();
  await notice.getByText('Rules for billing: a tax or registration number of the consortium is missing.').waitFor();
  await closePage(page);
});

test('a preparer answers and decides, and corrects the line in an open month; a file opens in a tab of its own', async () => {
  const page = await openAt('/statements/2026-05/riverton?line=direct-own-search', { who: 'preparer' });
  await page.getByText('We were closed for a week.').waitFor();
  await page.getByLabel('Your message').fill('You are right');
  await page.getByLabel('Decision').selectOption('upheld');
  const answer = page.getByRole('button', { name: 'Answer' });
  expect(await answer.isDisabled()).toBe(true);
  await page.getByLabel('By how much the member pays less, before tax (USD)').fill('2.20');
  await answer.click();
  await page.getByText('It is noted.').waitFor();
  await eventually(() =>
    expect(requestsTo('finance-discuss-line')?.body).toEqual({ text: 'You are right', decides: 'upheld', amount: 220 }),
  );
  await page.getByRole('button', { name: 'Put this line right' }).click();
  await page.getByLabel('By how much (USD)').fill('-2.20');
  await page.getByLabel('Into the statement of').fill('2026-11');
  await page.getByLabel('Why?').fill('Closed for a week');
  await page.getByRole('button', { name: 'Put in the correction' }).click();
  await page.getByText('it will be a line of November 2026').waitFor();
  await eventually(() =>
    expect(requestsTo('finance-adjust-period')?.body).toEqual({
      ...{ kind: 'correction', memberId: 'riverton', amount: -220, reason: 'Closed for a week' },
      corrects: { month: '2026-05', lineId: 'direct-own-search' },
    }),
  );
  const tab = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Journal entries' }).click();
  await tab;
  await eventually(() =>
    expect(requestsTo('finance-print-statement')?.body).toEqual({ format: 'journal', paper: 'A4', language: 'eng' }),
  );
  await closePage(page);
});

test('finding F5: a comment leaves an upheld dispute upheld with what is not corrected yet; a member reopens it by choice', async () => {
  const page = await openAt('/statements/2026-05/riverton?line=dues-membership', { who: 'staff' });
  await page.getByText('$12.00 upheld, $7.00 not corrected yet.').waitFor();
  const say = async (text: string): Promise<void> => {
    await page.getByLabel('Your message').fill(text);
    await page.getByRole('button', { name: 'Say more' }).click();
    await page.getByText('It is noted.').waitFor();
  };
  await say('Thank you.');
  await eventually(() => expect(requestsTo('finance-discuss-line')?.body).toEqual({ text: 'Thank you.' }));
  await page.getByLabel('Decision').selectOption('Reopen the dispute');
  await say('It was 15.00.');
  await eventually(() =>
    expect(requestsTo('finance-discuss-line')?.body).toEqual({ text: 'It was 15.00.', reopens: true }),
  );
  await closePage(page);
});

test('a member’s finance staff request no data of another member, and not the board', async () => {
  const before = fixture.requests.length;
  for (const [path, text] of [
    ['/periods', /^The board is for those who prepare/],
    ['/statements/2026-05/lakeshore', /^You see the statements of your own library only/],
    ['/accounts/lakeshore', /^You see the account of your own library only/],
  ] as const) {
    const page = await openAt(path, { who: 'staff' });
    await page.getByText(text).waitFor();
    await closePage(page);
  }
  expect(fixture.requests.slice(before).filter(({ id }) => id.startsWith('finance-'))).toEqual([]);
  const early = await openAt('/statements/2026-06/riverton', { who: 'staff' });
  await early.getByText(/No statement of June 2026 is written yet/).waitFor();
  await closePage(early);
});

test('an account sums, with open amounts by age; a payment is confirmed before it is booked', async () => {
  const page = await openAt('/accounts/riverton', { who: 'preparer' });
  const ages = page.getByRole('region', { name: /^What is open, by age.*USD/ });
  const total = ages.getByRole('row', { name: /^In all/ });
  expect(await total.getByRole('cell').allTextContents()).toEqual(['$0.00', '$93.50', '$0.00', '$0.00', '$31.88']);
  await page.getByText('disputed: dues-membership ($10.12)').waitFor();
  const oldest = ages.getByRole('row', { name: /^2026-000001/ });
  expect(await oldest.getByRole('cell').allTextContents()).toEqual(['', '', '', '', '$31.88']);
  await page.getByRole('button', { name: 'Record a payment' }).click();
  await page.getByText('Say by which reference.').waitFor();
  await page.getByLabel('Amount').fill('31.88');
  await page.getByLabel(/^Reference of the bank/).fill('SEPA 4713');
  await page.getByLabel('Day on which the bank has it').fill('2026-11-23');
  await page.getByLabel('For which invoice?').selectOption('2026-000001');
  await page.getByRole('button', { name: 'Record a payment' }).click();
  await page.getByText(/has paid \$31.88 \(SEPA 4713\)\?/).waitFor();
  await page.getByRole('button', { name: 'Yes, book it' }).click();
  await page.getByText('The payment is booked.').waitFor();
  await eventually(() =>
    expect(requestsTo('finance-record-payment')?.body).toEqual({
      ...{ amount: 3188, currency: 'USD', reference: 'SEPA 4713', valueOn: '2026-11-23' },
      settles: [{ invoice: '2026-000001', amount: 3188 }],
    }),
  );
  await closePage(page);
  const own = await openAt('/accounts/riverton', { who: 'staff' });
  await own.getByText('Account in USD').waitFor();
  expect(await own.getByRole('button', { name: 'Record a payment' }).count()).toBe(0);
  await closePage(own);
});

test('an overdue invoice shows its reminders; a preparer sends the next one or stops them until a day', async () => {
  const page = await openAt('/accounts/riverton', { who: 'preparer' });
  const table = page.getByRole('region', { name: 'Overdue invoices and reminders' });
  const row = table.getByRole('row', { name: /^2026-000031/ });
  await row.getByText(/^Reminder 1 sent on .* for \$83\.38$/).waitFor();
  await table.getByText(/^Reminder 3 sent on/).waitFor();
  expect(await table.getByRole('button', { name: /^Send reminder/ }).count()).toBe(1);
  await row.getByRole('button', { name: 'Send reminder 2 now: invoice 2026-000031' }).click();
  await page.getByText(/^Send reminder 2 of invoice 2026-000031 to .* now, for \$83\.38\?$/).waitFor();
  await page.getByRole('button', { name: 'Yes, send it' }).click();
  await page.getByText('The reminder is sent.').waitFor();
  expect(requestsTo('finance-send-reminder')?.body).toEqual({ invoice: '2026-000031', level: 2 });
  await row.getByRole('button', { name: 'Do not remind until: invoice 2026-000031' }).click();
  const form = row.getByRole('form', { name: 'Do not remind until: invoice 2026-000031' });
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Say until which day, and why.').waitFor();
  await form.getByLabel('Do not remind until').fill('2026-12-15');
  await form.getByLabel('Reason').fill('The council pays in December');
  await form.getByRole('button', { name: 'Save' }).click();
  await row.getByText('The day is saved.').waitFor();
  expect(requestsTo('finance-pause-reminders')?.body).toEqual({
    ...{ invoice: '2026-000031', until: '2026-12-15', reason: 'The council pays in December' },
  });
  expect(await violations(page)).toEqual([]);
  await closePage(page);
  const own = await openAt('/accounts/riverton', { who: 'staff' });
  await own.getByText(/^Reminder 1 sent on .* for \$83\.38$/).waitFor();
  expect(await own.getByRole('button', { name: /^(Send reminder|Do not remind)/ }).count()).toBe(0);
  await closePage(own);
});

test('a bounced payment is reversed, a credit payout is requested, and an approver pays it', async () => {
  const page = await openAt('/accounts/riverton', { who: 'preparer' });
  expect(await page.getByRole('button', { name: /^Take back: payment of \$20/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'Take back: payment of $100.00 (SEPA 4711)' }).click();
  await page.getByRole('button', { name: 'Take back', exact: true }).click();
  await page.getByText('Say by which reference.').waitFor();
  await page.getByLabel('Reference of the bank for sending it back').fill('RET 1');
  await page
    .getByRole('form', { name: /^Take back/ })
    .getByLabel('Day on which the bank has it')
    .fill('2026-07-04');
  await page.getByRole('button', { name: 'Take back', exact: true }).click();
  await page.getByRole('button', { name: 'Yes, take it back' }).click();
  await page.getByRole('button', { name: /^Take back: payment of/ }).waitFor();
  await eventually(() =>
    expect(requestsTo('finance-reverse-payment')).toMatchObject({
      body: { why: 'bounced', reference: 'RET 1', valueOn: '2026-07-04' },
    }),
  );
  await page.getByLabel('Reference of the order to the bank').fill('PAY 18');
  await page.getByRole('button', { name: 'Ask to pay the credit out' }).click();
  await page.getByRole('button', { name: 'Yes, ask' }).click();
  await page.getByText('It waits for somebody who approves.').waitFor();
  await eventually(() =>
    expect(requestsTo('finance-ask-payout')?.body).toEqual({ amount: 2500, currency: 'EUR', reference: 'PAY 18' }),
  );
  const tab = page.context().waitForEvent('page');
  await page
    .getByRole('group', { name: 'Files of this account' })
    .getByRole('button', { name: 'Journal entries' })
    .click();
  await tab;
  await eventually(() =>
    expect(requestsTo('finance-print-account')?.body).toMatchObject({ format: 'journal', to: '2026-11-26' }),
  );
  await closePage(page);
  const board = await openAt('/periods', { who: 'approver' });
  await board.getByRole('link', { name: /€7\.00 \(PAY 17\)/ }).click();
  await board.getByRole('button', { name: 'Pay out' }).click();
  await board.getByRole('button', { name: 'Yes, it is paid' }).click();
  await board.getByRole('button', { name: 'Yes, it is paid' }).waitFor({ state: 'detached' });
  await eventually(() => expect(requestsTo('finance-decide-payout')?.body).toMatchObject({ decision: 'pay' }));
  await closePage(board);
});

test('the pages in Spanish, 320 px wide and dark, opened, fit and meet WCAG 2.2 AA', async () => {
  const how = { language: 'es', width: 320, dark: true };
  const board = await openAt('/periods', { who: 'approver', ...how });
  await board.getByRole('button', { name: /^(Approve|Aprobar):/ }).click();
  await board
    .getByRole('button', { name: /^(Open again|Volver a abrir):/ })
    .first()
    .click();
  for (const button of await board.getByRole('button', { name: /^(Statements and|Estados y)/ }).all())
    await button.click();
  await board.waitForLoadState('networkidle');
  expect([await violations(board), await overflow(board)]).toEqual([[], 0]);
  await closePage(board);
  for (const line of ['direct-own-circulation', 'dues-membership', 'between-members-loans-USD', 'tax-S-1900']) {
    const page = await openAt(`/statements/2026-05/riverton?line=${line}`, { who: 'preparer', ...how });
    await page.getByRole('button', { name: /^(Put this line right|Rectificar)/ }).click();
    expect([line, await violations(page), await overflow(page)]).toEqual([line, [], 0]);
    await closePage(page);
  }
});

test('the books sum to zero by currency; a preparer enters a cost of a budget line, and a reference only once', async () => {
  const page = await openAt('/books?to=2026-11&months=3', { who: 'preparer' });
  const balance = page.getByRole('region', { name: /^Trial balance \(USD\)/ });
  const total = balance.getByRole('row', { name: /^In all/ });
  expect(await total.getByRole('cell').allTextContents()).toEqual(['$0.00', '$7,818.04', '$7,818.04', '$0.00']);
  await page.getByText('Surplus of these months: $3,995.52').waitFor();
  await page.getByText(/^Reminder 2 on .*; next on /).waitFor();
  const budget = page.getByRole('region', { name: /^Costs beside the budget \(USD\)/ });
  const courier = budget.getByRole('row', { name: /Courier to the islands 2026: \$250.00, granted by State Library/ });
  expect(await courier.getByRole('cell').allTextContents()).toEqual(['$750.00', '$900.00', '-$150.00']);
  await page.getByRole('link', { name: 'Ashgrove' }).first().waitFor();
  await page.getByRole('row', { name: /Invoice of a supplier: Courier/ }).waitFor();
  await page.getByRole('button', { name: 'Excel (XLSX)' }).click();
  await eventually(() =>
    expect(requestsTo('finance-print-books')?.body).toEqual({
      to: '2026-11',
      months: 3,
      format: 'xlsx',
      language: 'eng',
    }),
  );
  const form = page.getByRole('form', { name: 'Enter a cost, a payment or a grant' });
  await form.getByLabel('Line of the budget').selectOption('courier');
  await form.getByLabel('Amount').fill('900.00');
  await form.getByLabel('Supplier and number of its invoice').fill('TAKEN');
  await form.getByRole('button', { name: 'Enter' }).click();
  await page.getByText(/is booked already/).waitFor();
  await form.getByLabel('Supplier and number of its invoice').fill('Valley Couriers 2026-118');
  await form.getByLabel('Month of the service').fill('2026-10');
  await form.getByRole('button', { name: 'Enter' }).click();
  await page.getByText('It is booked.').waitFor();
  expect(requestsTo('finance-record-cost')?.body).toEqual({
    ...{ kind: 'cost-booked', budgetKind: 'courier', amount: 90_000, currency: 'USD', month: '2026-10' },
    reference: 'Valley Couriers 2026-118',
  });
  expect(await violations(page)).toEqual([]);
  await closePage(page);
  const auditor = await openAt('/books', { who: 'approver' });
  await auditor.getByRole('heading', { name: 'Books of the consortium' }).waitFor();
  await auditor.getByText(/^Surplus of these months/).waitFor();
  expect(await auditor.getByRole('button', { name: 'Enter' }).count()).toBe(0);
  await closePage(auditor);
});

test('a payment that the bank returned is reversed as proposed or chosen, with its fee, which is charged on by policy', async () => {
  const page = await openAt('/bank?statement=2026-11-24-0f5c8e1d2a3b4c5d', { who: 'preparer' });
  const entry = (reference: string) => page.getByRole('listitem', { name: reference, exact: true });
  const came = entry('BR-8');
  await came.getByText(/^A payment came back: Ashgrove.*: BR-4 of .* \(\$1,000.00\)/).waitFor();
  await came
    .getByText('$3.50 of it is a fee of the bank, which the next statement of the member charges.')
    .first()
    .waitFor();
  await came.getByRole('button', { name: 'Book as proposed: BR-8' }).click();
  await eventually(() =>
    expect(requestsTo('finance-match-bank-entry')?.body).toEqual({
      ...{ as: 'returned', memberId: 'ashgrove', payment: 'ent_7', fee: 350 },
    }),
  );
  // Another debit may be a return too: a payment that is not larger is chosen.
  const debit = entry('BR-6');
  await debit.getByLabel('Return of the payment').selectOption('ent_8');
  await debit.getByText('$50.00 of it is a fee of the bank', { exact: false }).waitFor();
  await debit.getByRole('button', { name: 'Book as returned: BR-6' }).click();
  await eventually(() =>
    expect(requestsTo('finance-match-bank-entry')?.body).toEqual({
      ...{ as: 'returned', memberId: 'riverton', payment: 'ent_8', fee: 5_000 },
    }),
  );
  const fee = entry('BR-7');
  await fee.getByLabel('The next statement charges it to').selectOption('riverton');
  await fee.getByRole('button', { name: 'Book in own books: BR-7' }).click();
  await eventually(() =>
    expect(requestsTo('finance-match-bank-entry')?.body).toEqual({
      ...{ as: 'own', kind: 'bank-fee-paid', chargeTo: 'riverton' },
    }),
  );
  await entry('BR-9')
    .getByText(/^Booked as a returned payment of Ashgrove.* by Noor Haddad: its invoices are open again/)
    .waitFor();
  await entry('BR-9').getByRole('button', { name: 'Undo: BR-9' }).click();
  await eventually(() => expect(requestsTo('finance-undo-bank-match')).toBeDefined());
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});

test('a file of the bank is read; its entries are booked as proposed, otherwise or in the own books, set aside, and taken back', async () => {
  const page = await openAt('/bank?statement=2026-11-24-0f5c8e1d2a3b4c5d', { who: 'preparer' });
  const entry = (reference: string) => page.getByRole('listitem', { name: reference, exact: true });
  const file = (text: string) => ({ name: 'bai2.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.getByLabel('File of the bank (CAMT.053 or BAI2)').setInputFiles(file('refused'));
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.getByText(/^The file is refused/).waitFor();
  await page.getByLabel('File of the bank (CAMT.053 or BAI2)').setInputFiles(file('01,BANK'));
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.getByText('1 new statement was read.').waitFor();
  await entry('BR-1').getByText('Pays exactly').waitFor();
  await entry('BR-1').getByRole('button', { name: 'Book as proposed: BR-1' }).click();
  await eventually(() =>
    expect(requestsTo('finance-match-bank-entry')?.body).toEqual({
      ...{ as: 'payment', memberId: 'riverton', settles: [{ invoice: '2026-000042', amount: 100_000 }] },
    }),
  );
  await entry('BR-2').getByRole('button', { name: 'Book as proposed: BR-2' }).click();
  await entry('BR-2')
    .getByText(/is booked already/)
    .waitFor();
  await entry('BR-3').getByText('Book otherwise, or set aside').click();
  await entry('BR-3').getByLabel('Why is it not booked?').fill('A gift');
  await entry('BR-3').getByRole('button', { name: 'Set aside: BR-3' }).click();
  await eventually(() =>
    expect(requestsTo('finance-match-bank-entry')?.body).toEqual({ as: 'set-aside', reason: 'A gift' }),
  );
  await entry('BR-4').getByRole('button', { name: 'Undo: BR-4' }).click();
  await eventually(() => expect(requestsTo('finance-undo-bank-match')).toBeDefined());
  const paid = entry('BR-6');
  const others = page.getByRole('region', { name: 'Not a payment' });
  await others.getByRole('row', { name: /720 Payment of a loan \$900.00/ }).waitFor();
  expect(await paid.getByRole('button', { name: 'Book for this member: BR-6' }).count()).toBe(0);
  expect(await paid.getByLabel('In the consortium’s own books as').locator('option').allTextContents()).toEqual([
    ...['Supplier paid', 'Fee or interest paid to the bank', 'Grant returned', 'Interest returned'],
  ]);
  await paid.getByRole('button', { name: 'Book in own books: BR-6' }).click();
  await eventually(() =>
    expect(requestsTo('finance-match-bank-entry')?.body).toEqual({ as: 'own', kind: 'supplier-paid' }),
  );
  await entry('BR-7').getByRole('button', { name: 'Book as proposed: BR-7' }).click();
  await eventually(() =>
    expect(requestsTo('finance-match-bank-entry')?.body).toEqual({ as: 'own', kind: 'bank-fee-paid' }),
  );
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});
