import { tokenOf } from '../../local/access-token.ts';
import { invokeFunction } from '../../local/invoke-function.ts';
import { accountOf, calling, deployed, patiently } from '../builders/deployed.ts';
import { eventually } from '../builders/eventually.ts';

jest.setTimeout(300_000);
const endpoints = deployed();
const call = patiently(calling(endpoints));
const LONG_MS = 120_000;
const member = 'riverton';
const provider = endpoints.paymentProvider ?? '';
const tokenFor = (role: string) => tokenOf(endpoints, accountOf(endpoints, member, role));

test('a patron pays a fee on the provider’s page: the bill is closed, refunded and paid out, and the ledger has each step', async () => {
  const patron = accountOf(endpoints, member, 'patron');
  const card = 'body' in patron.signIn ? String(patron.signIn.body.card) : '';
  const [desk, finance, mine] = [await tokenFor('desk'), await tokenFor('member-finance'), await tokenFor('patron')];
  const fee = { branchId: 'riverton.main', patron: card, fee: 'card-replacement', amount: 425 };
  const charged = await call('POST', '/circulation/charges', { token: desk, body: fee });
  const { billId } = charged.body.bill as { billId: string };
  const started = await call('POST', '/payments/my', { token: mine, body: { billIds: [billId] } });
  expect(started).toMatchObject({ status: 201, body: { url: expect.stringContaining('/pay/cs_test_') } });
  const { paymentId, url } = started.body as { paymentId: string; url: string };
  const stateOf = async () => (await call('GET', `/payments/my/${paymentId}`, { token: mine })).body;
  const pay = (number: string) =>
    fetch(url, { method: 'POST', body: new URLSearchParams({ card: number }), redirect: 'manual' });
  expect((await pay('4000000000000002')).status).toBe(402);
  expect(await stateOf()).toMatchObject({ state: 'open' });
  expect((await pay('4242424242424242')).status).toBe(303);
  await eventually(async () => expect(await stateOf()).toMatchObject({ state: 'paid' }), LONG_MS);
  const bills = await call('GET', '/circulation/my/bills', { token: mine });
  expect(JSON.stringify(bills.body)).not.toContain(billId);

  const refunds = `/payments/accounts/${member}/payments/${paymentId}/refunds`;
  const refunded = await call('POST', refunds, { token: finance, body: { amount: 425, reason: 'Charged in error' } });
  expect(refunded).toMatchObject({ status: 201, body: { refunds: [{ amount: 425, state: 'posted' }] } });

  // A second payment leaves something to pay out.
  const again = await call('POST', '/payments/my', { token: mine, body: { billIds: [billId] } });
  const other = again.body as { paymentId: string; url: string };
  await fetch(other.url, {
    method: 'POST',
    body: new URLSearchParams({ card: '4242424242424242' }),
    redirect: 'manual',
  });
  await fetch(`${provider}/do/payout`, { method: 'POST', body: new URLSearchParams({ id: '-' }), redirect: 'manual' });
  await invokeFunction(endpoints.aws, 'payments-settle-payments');
  const month = new Date().toISOString().slice(0, 7);
  const listed = await call('GET', `/payments/accounts/${member}/payments?month=${month}`, { token: finance });
  expect(listed).toMatchObject({
    status: 200,
    body: { payouts: expect.arrayContaining([expect.objectContaining({ differences: [] })]) },
  });
  const { payments } = listed.body as { payments: { paymentId: string; state: string; payoutId?: string }[] };
  expect(payments.find((one) => one.paymentId === other.paymentId)).toMatchObject({ state: 'paid' });
  expect(payments.find((one) => one.paymentId === paymentId)?.payoutId).toMatch(/^po_/);
});
