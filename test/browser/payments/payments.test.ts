import { violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(60_000);
const pages = browserPages({});
const { requestsTo } = pages;

test('a patron chooses bills and goes to the provider’s page; the page of return says what the provider confirmed', async () => {
  const page = await pages.at('/account', { who: 'patron' });
  await page.route('https://checkout.stripe.com/**', (route) => route.fulfill({ body: 'the provider’s page' }));
  const pay = page.getByRole('button', { name: /^Pay .* online$/ });
  await page.getByRole('checkbox', { name: /Overdue fine/ }).uncheck();
  await page.getByText('Choose at least one bill.').waitFor();
  expect(await pay.isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: /Overdue fine/ }).check();
  await pay.click();
  await page.waitForURL('https://checkout.stripe.com/**');
  expect(requestsTo('payments-start-payment').map(({ body }) => body)).toEqual([
    { billIds: ['bil_01kb0000000000000000000000'] },
  ]);
  const back = await pages.at('/account/payments/opy_01kb0000000000000000000000', { who: 'patron' });
  await back.getByRole('status').filter({ hasText: 'Thank you: your payment of $3.50 has arrived.' }).waitFor();
});

test('finance staff see payments, payouts and differences, and refund a part with a reason and mark a payout as checked', async () => {
  const page = await pages.at('/online-payments?member=riverton&month=2026-11', { who: 'staff' });
  await page.getByRole('heading', { name: 'Payouts' }).waitFor();
  // A dispute of a payment of October stands in every month until it ends.
  const disputes = page.getByRole('region', { name: 'Open disputes' });
  await disputes.getByText('pi_3ExampleDisputed').waitFor();
  await page.getByRole('button', { name: /^Refund the payment of/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Amount to refund/ }).fill('1.50');
  await dialog.getByRole('textbox', { name: /Reason|Why/ }).fill('Charged in error');
  await dialog.getByRole('button', { name: 'Refund', exact: true }).click();
  await dialog.getByRole('status').waitFor();
  await eventually(() =>
    expect(requestsTo('payments-refund-payment').map(({ body }) => body)).toEqual([
      { amount: 150, reason: 'Charged in error' },
    ]),
  );
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Mark as checked: the payout of $3.05' }).click();
  await dialog.getByRole('textbox', { name: /Reason|Why/ }).fill('A correction of the provider');
  await dialog.getByRole('button', { name: 'Mark as checked', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await eventually(() =>
    expect(requestsTo('payments-check-payout').map(({ body }) => body)).toEqual([
      { note: 'A correction of the provider', version: 1 },
    ]),
  );
});

test('an administrator changes the account of a library without its secrets, and sets one for another with them', async () => {
  const page = await pages.at('/payment-accounts', { who: 'admin' });
  const dialog = page.getByRole('dialog');
  const save = async (): Promise<void> => {
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await page
    .getByRole('row', { name: /Riverton/ })
    .getByText('set on')
    .waitFor();
  await page.getByRole('button', { name: /^Set the account of Riverton/ }).click();
  await dialog.getByText('/v1/payments/events/riverton', { exact: false }).waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: /Least amount/ }).fill('2.50');
  await dialog.getByRole('combobox', { name: 'It takes money for' }).selectOption('all');
  await save();
  await page.getByRole('button', { name: /^Set the account of Lakeshore/ }).click();
  await dialog.getByRole('checkbox', { name: /Patrons pay online/ }).check();
  await dialog.getByRole('textbox', { name: /Account number/ }).fill('acct_1Lake');
  await dialog.getByLabel(/^Secret key/).fill('rk_test_lake');
  await dialog.getByLabel(/^Signing secret/).fill('whsec_lake');
  await save();
  expect(requestsTo('payments-set-account').map(({ body }) => body)).toEqual([
    { on: true, collectsFor: 'all', minimum: 250, providerAccount: 'acct_1ExampleAccount', version: 1 },
    {
      ...{ on: true, collectsFor: 'own', minimum: 100, providerAccount: 'acct_1Lake', version: 0 },
      ...{ secretKey: 'rk_test_lake', eventSecret: 'whsec_lake' },
    },
  ]);
});
