import { signedHeader } from '../../../demo/payment-provider/events.ts';
import { billStore } from '../../../functions/circulation/public/bill-store.ts';
import { accountStore } from '../../../functions/payments/data/account-store.ts';
import { paymentStore } from '../../../functions/payments/data/payment-store.ts';
import { payoutWrite } from '../../../functions/payments/data/payout-store.ts';
import type { PaymentProvider } from '../../../functions/payments/domain/provider.ts';
import { handler as checkPayout } from '../../../functions/payments/operations/check-payout/handler.ts';
import { handler as receiveEvent } from '../../../functions/payments/operations/receive-event/handler.ts';
import { handler as refundPayment } from '../../../functions/payments/operations/refund-payment/handler.ts';
import { checkoutProvider } from '../../../functions/payments/use-cases/checkout-provider.ts';
import { recordFact } from '../../../functions/payments/use-cases/record-fact.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { anOpenPayment } from '../../builders/open-payment.ts';
import { standInSecrets } from '../../builders/payment-provider.ts';
import { staffAt } from '../../builders/people.ts';
import type { Scenarios } from './scenario.ts';
import { AN_HOUR_LATER } from './through.ts';
import { aBill, MADE } from './world.ts';

const account = {
  ...{ memberId: 'ash', on: true, collectsFor: 'all' as const, minimum: 0, providerAccount: 'acct_1' },
  ...{ address: 'http://127.0.0.1:1', secretSince: MADE, v: 1 },
};
const audit = { subject: 'member:ash', at: MADE, auditId: 'aud_1', by: 'test', did: 'set-payment-account', detail: {} };
/** A provider that makes a refund once for its id. */
const providerOf = () =>
  Promise.resolve<PaymentProvider>({
    ...checkoutProvider({ address: account.address, key: 'sk_test', reach: { onThisMachine: true } }),
    refund: ({ refundId, amount }) =>
      Promise.resolve({ reference: `re_${refundId.slice(4)}`, refundId, amount, state: 'done' }),
  });
const byProvider =
  'It calls the provider with a key of its own: test/stores/payments repeats its steps against a stand-in.';

/** Events of the payment provider. */
export const paymentScenarios: Record<string, Scenarios> = {
  'payments-receive-event': [
    {
      what: 'a bill that was paid online',
      handler: receiveEvent.with({ secretsOf: () => Promise.resolve(standInSecrets) }),
      prepare: async (table) => {
        await accountStore(table).set(account, audit);
        const { patron, billId } = await aBill(table);
        const { paymentId } = await anOpenPayment(table, { patronId: patron.patronId, billId, at: MADE });
        const session = {
          ...{ id: 'cs_1', client_reference_id: paymentId, metadata: { payment: paymentId } },
          ...{ amount_total: 700, currency: 'eur', payment_status: 'paid', payment_intent: 'pi_1' },
        };
        const event = { id: 'evt_1', type: 'checkout.session.completed', data: { object: session } };
        const rawBody = JSON.stringify(event);
        const signature = signedHeader(standInSecrets.events, Date.parse(AN_HOUR_LATER) / 1000, rawBody);
        return { path: { memberId: 'ash' }, rawBody, headers: { 'stripe-signature': signature } };
      },
    },
  ],
  'payments-start-payment': byProvider,
  'payments-refund-payment': [
    {
      what: 'a part of a payment that was paid online',
      handler: refundPayment.with({ providerOf }),
      prepare: async (table) => {
        await accountStore(table).set(account, audit);
        const { patron, billId } = await aBill(table);
        const { paymentId } = await anOpenPayment(table, { patronId: patron.patronId, billId, at: MADE });
        const deps = { table, payments: paymentStore(table), bills: billStore(table), ids: systemIds };
        await recordFact(deps, { paymentId, fact: { is: 'paid', intent: 'pi_1' }, now: Date.parse(MADE) });
        const body = { amount: 300, reason: 'Charged in error' };
        return { actor: staffAt('ash', 'member-finance'), path: { memberId: 'ash', paymentId }, body };
      },
    },
  ],
  'payments-check-payout': [
    {
      what: 'a payout with a movement that is not in the ledger',
      handler: checkPayout,
      prepare: async (table) => {
        const payout = {
          ...{ payoutId: 'po_1', account: 'ash', arrivesOn: '2026-01-10', amount: 305, currency: 'EUR', charges: 350 },
          ...{ refunds: 0, disputes: 0, fees: 40, payments: 1 },
          differences: [{ what: 'not-posted' as const, theirs: -5, ours: 0 }],
        };
        await table.write([payoutWrite(payout)]);
        const path = { memberId: 'ash', arrivesOn: payout.arrivesOn, payoutId: payout.payoutId };
        return { actor: staffAt('ash', 'member-finance'), path, body: { note: 'A correction', version: 1 } };
      },
    },
  ],
  'payments-settle-payments': byProvider,
  'payments-set-account':
    'It stores secrets outside the table; the version of the account is a condition of its write.',
};
