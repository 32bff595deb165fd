import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import type { Permission } from '../../../layers/platform/http/contract.ts';
import type { AccountLine } from '../domain/member-account/account-line.ts';
import type { AccountStatement } from '../domain/member-account/account-statement.ts';
import type { Payout } from '../domain/member-account/payout.ts';
import { bookedRefusals } from './booking-refusals.ts';

/** The member that has the account. */
export const accountParams = z.strictObject({ memberId: memberIdSchema });

/** The range of days of the account, both included; default: the last twelve months until today (UTC). */
export const accountDays = z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() });

/** The roles that book payments by bank. */
export const accountWriters: Permission[] = [{ who: 'staff', roles: ['finance-preparer'], at: 'consortium' }];

/** The reasons why a payment by bank is not booked, in either direction. */
export const bookingRefusals = {
  'reference-taken': { status: 409, meaning: 'A transfer with this reference of the bank is booked already.' },
  'value-day': { status: 422, meaning: 'The bank cannot have had it on that day.' },
  ...bookedRefusals,
  'changed-meanwhile': {
    status: 409,
    meaning: 'The same request is being processed, or another change came first: retry.',
  },
} as const;

const detail = {
  'reference-taken': { detail: 'A transfer with this reference is booked already.', pointer: '/body/reference' },
  'month-closed': { detail: 'The month is closed.', pointer: undefined },
  'changed-meanwhile': { detail: 'Ask again.', pointer: undefined },
} as const;

/** Returns the contract's refusal for a failed booking. */
export const bookingRefusal = <C extends keyof typeof detail>(code: C) => {
  const { detail: text, pointer } = detail[code];
  return { refused: [{ code, detail: text, ...(pointer !== undefined && { pointer }) }] };
};

const entryId = 'ent_01kb0000000000000000000000';

/** A received payment, for examples in contracts. */
export const examplePayment: AccountLine = {
  ...{ at: '2026-11-24T10:00:00.000Z', entryId, kind: 'payment', amount: -1250, currency: 'USD' },
  ...{ reference: 'TRX 2026-11-23/0042', valueOn: '2026-11-23' },
  settles: [{ invoice: '2026-000042', amount: 1250 }],
};

/** The payment, returned by the bank. */
export const exampleReversal: AccountLine = {
  ...{ at: '2026-11-26T10:00:00.000Z', entryId: `${entryId}-reversal`, kind: 'reversal', amount: 1250 },
  ...{ currency: 'USD', reference: 'RET 2026-11-25/0007', valueOn: '2026-11-25' },
  reverses: { entryId, why: 'bounced' },
};

/** A requested payout. */
export const examplePayout: Payout = {
  ...{ payoutId: 'pyo_01kb0000000000000000000000', memberId: 'riverton', amount: 1250, currency: 'USD' },
  ...{ reference: 'PAY 2026-0017', state: 'asked' },
  asked: { at: '2026-11-27T10:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' },
};

/** A member's account of October: an earlier invoice paid, a later one open. */
export const exampleAccount: AccountStatement = {
  ...{ currency: 'USD', opening: 900, dues: 1000, charges: 250, creditNotes: 0, payments: -900, prepayments: 0 },
  ...{ reversals: 0, payouts: 0, closing: 1250 },
  lines: [
    {
      ...{ at: '2026-10-04T09:00:00.000Z', entryId: 'statement-2026-09-riverton', kind: 'invoice', amount: 1250 },
      ...{ currency: 'USD', reference: '2026-000042', dueOn: '2026-11-03', dues: 1000, balance: 2150, open: 1250 },
    },
    {
      ...{ at: '2026-10-12T09:00:00.000Z', entryId, kind: 'payment', amount: -900, currency: 'USD' },
      ...{ reference: 'TRX 2026-10-12/0003', valueOn: '2026-10-11', balance: 1250 },
      settled: [{ entryId: 'statement-2026-08-riverton', reference: '2026-000031', amount: 900 }],
    },
  ],
  ageing: { notDue: 1250, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0, inCredit: 0 },
  open: [
    {
      ...{ entryId: 'statement-2026-09-riverton', reference: '2026-000042', dueOn: '2026-11-03', open: 1250 },
      age: 'notDue',
    },
  ],
};
