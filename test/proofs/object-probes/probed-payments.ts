import { accountStore } from '../../../functions/payments/data/account-store.ts';
import { payoutWrite } from '../../../functions/payments/data/payout-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { aBorrower } from '../../builders/lending.ts';
import { anOpenPayment } from '../../builders/open-payment.ts';
import { aBill, MADE } from '../crash-points/world.ts';
import type { Maker } from './probed-object.ts';

/** The owner of the probes. */
const MEMBER = 'cedar';

const anAccount = async (table: Table): Promise<void> => {
  if (await accountStore(table).get(MEMBER)) return;
  const settings = { memberId: MEMBER, on: true, collectsFor: 'own' as const, minimum: 0, providerAccount: 'acct_1' };
  const auditId = systemIds.next('audit', Date.parse(MADE));
  await accountStore(table).set(
    { ...settings, address: 'http://127.0.0.1:1', v: 1 },
    { subject: `member:${MEMBER}`, at: MADE, auditId, by: 'test', did: 'set-payment-account', detail: {} },
  );
};

const aPayment = async (table: Table) => {
  await anAccount(table);
  const { patron, billId } = await aBill(table);
  return {
    patron,
    payment: await anOpenPayment(table, { patronId: patron.patronId, billId, at: MADE, account: MEMBER }),
  };
};

const aDifferingPayout = async (table: Table) => {
  const payout = {
    ...{ payoutId: systemIds.next('payout', Date.parse(MADE)), account: MEMBER, arrivesOn: MADE.slice(0, 10) },
    ...{ amount: 305, currency: 'EUR', charges: 350, refunds: 0, disputes: 0, fees: 40, payments: 1 },
    differences: [{ what: 'not-posted' as const, theirs: -5, ours: 0 }],
  };
  await table.write([payoutWrite(payout)]);
  return payout;
};

/** Online payments, each of its patron and of the member with whose account it is made. */
export const paymentMakers: Readonly<Record<string, Maker>> = {
  'payments-show-payment': async (table) => {
    const { patron, payment } = await aPayment(table);
    return { path: { paymentId: payment.paymentId }, actor: patron.actor };
  },
  'payments-check-payout': async (table) => {
    const { payoutId, arrivesOn } = await aDifferingPayout(table);
    return { path: { memberId: MEMBER, payoutId, arrivesOn }, body: { note: 'A probe', version: 1 } };
  },
  'payments-refund-payment': async (table) => {
    const { paymentId } = (await aPayment(table)).payment;
    return { path: { memberId: MEMBER, paymentId }, body: { amount: 100, reason: 'A probe' } };
  },
};

/** A payment of a bill, and the same of the bill of another patron. */
export const aPaymentOfBill: Maker = async (table) => {
  const { patron, billId } = await aBill(table);
  const { actor } = await aBorrower(table);
  const body = { billIds: [billId] };
  return { actor: patron.actor, body, asked: { actor, body } };
};
