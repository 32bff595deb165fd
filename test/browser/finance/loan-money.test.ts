import { defaultVouchers } from '../../../functions/resource-sharing/public/vouchers.ts';
import { IFLA } from '../../../web/src/features/finance/ledgers/voucher-kinds.ts';
import { closePage, type Opening, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

const pages = browserPages({ who: 'staff' });
const { at } = pages;

const requestsTo = (id: string) => pages.requestsTo(`finance-${id}`);

test('charges are listed library by library with each currency’s own decimals; each links to its request', async () => {
  const page = await at('/money/2026-10');
  const sums = page.getByRole('region', { name: 'Library by library' });
  await sums.getByRole('row', { name: /Ashgrove .* €13\.50 €11\.50 -€2\.00/ }).waitFor();
  await sums.getByRole('row', { name: /Harbour City Archive ¥3,200 ¥0 -¥3,200/ }).waitFor();
  await page.getByText(/^Each charge: Ashgrove/).click();
  await page.getByRole('link', { name: 'Loan', exact: true }).first().click();
  await page.waitForURL(/loans\/req_1$/);
  await closePage(page);
});

test('the lender returns a charge after confirmation, once; not one that it owes or has returned', async () => {
  const page = await at('/money/2026-10');
  await page.getByText(/^Each charge: Ashgrove/).click();
  const back = page.getByRole('button', { name: /^Give back/ });
  expect(await back.count()).toBe(1);
  await page.getByRole('button', { name: /^Give back €7\.00: Loan, Ashgrove/ }).focus();
  await page.keyboard.press('Enter');
  await eventually(() => expect(requestsTo('refund-charge')).toEqual([]));
  await page.keyboard.press('Enter');
  await back.waitFor();
  await eventually(() =>
    expect(requestsTo('refund-charge').map(({ body }) => body)).toEqual([
      { branchId: 'riverton.main', askId: 'ask_3', charge: 'loan' },
    ]),
  );
  await closePage(page);
});

test('the borrower records that a partner returned a charge', async () => {
  const page = await at('/money/2026-10');
  await page.getByText(/^Each charge: Harbour/).click();
  await page.getByRole('button', { name: /^Give back ¥3,200: Lost item, Harbour/ }).click();
  await page.getByRole('button', { name: 'Yes, give it back' }).click();
  await page.getByRole('button', { name: /^Give back ¥3,200/ }).waitFor();
  await eventually(() =>
    expect(requestsTo('refund-charge').map(({ body }) => body)).toMatchObject([
      { askId: 'ask_4', charge: 'replacement' },
    ]),
  );
  await closePage(page);
});

test('a partner is paid by vouchers or an amount, never more than is owed; each is booked once', async () => {
  const page = await at('/money/2026-10');
  await page.getByRole('button', { name: 'Record a payment: Northern Broker (EUR)' }).click();
  const form = page.getByRole('form', { name: 'Record a payment: Northern Broker' });
  expect(await form.getByLabel('Amount (EUR)').inputValue()).toBe('16.00');
  await form.getByLabel('Amount (EUR)').fill('16.01');
  await form.getByRole('button', { name: 'Record it' }).click();
  await form.getByText('More than nothing, and no more than €16.00.').waitFor();
  await eventually(() => expect(requestsTo('settle-partner')).toEqual([]));
  await form.getByLabel('By what').selectOption('By vouchers');
  await form.getByLabel('IFLA voucher, €8.00 each').fill('2');
  await form.getByText('Worth €16.00 together').waitFor();
  await form.getByRole('button', { name: 'Record it' }).click();
  await form.waitFor({ state: 'detached' });
  expect(IFLA).toEqual(defaultVouchers);
  const whole = { voucher: defaultVouchers[0]?.voucher, count: 2 };
  await eventually(() =>
    expect(requestsTo('settle-partner').map(({ body }) => body)).toEqual([
      { memberId: 'riverton', partnerId: 'prt_1', currency: 'EUR', settles: 'owes', vouchers: [whole] },
    ]),
  );
  await page.getByRole('button', { name: 'Record a payment: Harbour City Archive (JPY)' }).click();
  const yen = page.getByRole('form', { name: 'Record a payment: Harbour City Archive' });
  expect(await yen.getByLabel('Amount (JPY)').inputValue()).toBe('3200');
  await yen.getByRole('button', { name: 'Record it' }).click();
  await yen.waitFor({ state: 'detached' });
  await eventually(() =>
    expect(requestsTo('settle-partner').at(-1)?.body).toMatchObject({ currency: 'JPY', settles: 'owes', amount: 3200 }),
  );
  await closePage(page);
});

test('debts are set off up to the lesser one; a refusal gives advice', async () => {
  const page = await at('/money/2026-10');
  await page.getByRole('button', { name: 'Record a payment: Northern Broker (EUR)' }).click();
  await page.getByLabel('What was settled').selectOption('Set off against each other (up to €4.00)');
  expect(await page.getByLabel('Amount (EUR)').inputValue()).toBe('4.00');
  expect(await page.getByLabel('By what').count()).toBe(0);
  await page.getByLabel('Amount (EUR)').fill('0.01');
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.getByText('somebody may have settled it').waitFor();
  await eventually(() => expect(requestsTo('settle-partner')[0]?.body).toMatchObject({ settles: 'both', amount: 1 }));
  await closePage(page);
});

test('the statement is read when it is opened; bought vouchers go into stock, and no more than the stock are redeemed', async () => {
  const page = await at('/money/2026-10');
  await page.getByText('Statement of October 2026: Northern Broker').waitFor();
  await eventually(() => expect(requestsTo('show-partner-statement')).toEqual([]));
  await page.getByText('Statement of October 2026: Northern Broker').click();
  await page.getByText('What is owed now is paid to the cent by 2 × IFLA voucher.').waitFor();
  await page.getByRole('row', { name: /Paid by vouchers .* -€8\.00/ }).waitFor();
  await page.getByRole('button', { name: 'Vouchers bought or redeemed' }).click();
  await page.getByLabel('IFLA half voucher, €4.00 each').fill('6');
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.getByRole('form', { name: 'Vouchers bought or redeemed' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Vouchers bought or redeemed' }).click();
  await page.getByLabel('What happened').selectOption('Redeemed there');
  await page.getByLabel('IFLA voucher, €8.00 each').fill('99');
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.getByText('Record first what was bought.').waitFor();
  await eventually(() =>
    expect(requestsTo('move-vouchers').map(({ body }) => body)).toMatchObject([
      { move: 'bought', vouchers: [{ voucher: 'ifla-half', count: 6 }] },
      { move: 'redeemed', vouchers: [{ voucher: 'ifla-whole', count: 99 }] },
    ]),
  );
  await eventually(() => expect(new Set(requestsTo('move-vouchers').map(({ key }) => key)).size).toBe(2));
  await closePage(page);
});

test.each<[look: string, how: Opening]>([
  ['in dark', { dark: true }],
  ['320 px wide, in Spanish', { width: 320, language: 'es' }],
])('charges, statements and the payment forms %s meet WCAG 2.2 AA and fit the window', async (_, how) => {
  const page = await at('/money/2026-10', how);
  for (const one of await page.locator('.money-part summary').all()) await one.click();
  await page.locator('[aria-labelledby="partners"] .card button').first().click();
  await page.locator('.money-form select').nth(1).selectOption('vouchers');
  await page.locator('.table-scroll td button').first().click();
  await page.locator('.statement tbody tr').first().waitFor();
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
});
