import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of payments in the one table: their keys and access patterns. */
export const keys = keysOf({
  paymentAccount: {
    pk: 'PAYMENT-ACCOUNTS',
    sk: '{memberId}',
    personal: 'none',
    retention: { period: 'permanent: payments refer to it', ends: [] },
    question: 'With which account of the payment provider does this member take money online, and for whom?',
  },
  onlinePayment: {
    pk: 'ONLINE-PAYMENT#{paymentId}',
    sk: 'PAYMENT',
    gsi1: { pk: 'PATRON#{patronId}', sk: 'ONLINE-PAYMENT#{paymentId}' },
    gsi2: { pk: 'ONLINE-PAYMENTS#{account}', sk: '{at}#{paymentId}' },
    personal: {
      patron: 'To post the payment, its refunds and disputes to the patron’s bills',
      staff: 'Who started a refund',
    },
    retention: { period: 'the patron until erased; the payment permanent, as the ledger', ends: ['erasure'] },
    question: 'What became of this payment? gsi1: those of a patron; gsi2: those of an account, by time',
  },
  paymentIntent: {
    pk: 'PAYMENT-INTENT#{intent}',
    sk: 'PAYMENT',
    personal: 'none',
    retention: { period: 'permanent, with its payment', ends: [] },
    question: 'Which payment has this number at the provider?',
  },
  paymentEvent: {
    pk: 'PAYMENT-EVENT#{account}',
    sk: '{eventId}',
    personal: 'none',
    retention: { period: '90 days', ends: ['ttl'] },
    question: 'Was this event of the provider processed?',
  },
  openPayment: {
    pk: 'PATRON#{patronId}',
    sk: 'OPEN-PAYMENT',
    personal: { patron: 'To allow one open online payment at a time, so that no bill is paid twice' },
    retention: { period: 'until the payment ends', ends: ['code', 'erasure'] },
    question: 'Which online payment has this patron begun and not finished?',
  },
  openRefund: {
    pk: 'OPEN-REFUNDS#{account}',
    sk: '{at}#{refundId}',
    personal: 'none',
    retention: { period: 'until the refund is posted or fails', ends: ['code'] },
    question: 'Which refunds of this account has the provider not finished, by the time of the request?',
  },
  onlineMatter: {
    pk: 'MEMBER#{account}',
    sk: 'DISPUTED-ONLINE#{kind}#{matterId}',
    personal: 'none',
    retention: {
      period: 'a dispute until it ends, a payout until it is checked, at most 60 days',
      ends: ['code', 'ttl'],
    },
    question: 'Which disputes of this account are open, and which of its latest payouts differ from the ledger?',
  },
  providerPayout: {
    pk: 'PAYOUTS#{account}',
    sk: '{arrivesOn}#{payoutId}',
    personal: { staff: 'Who checked what differs' },
    retention: { period: 'permanent, as the ledger', ends: [] },
    question: 'What did the provider pay out to this account, what differs from our payments, and who checked it?',
  },
});

export const { key, gsi1, gsi2, sortPrefix, indexPartition } = keys;
