import * as z from 'zod';
import { monthSchema } from '../../../layers/kernel/calendar/month.ts';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import { formulaNameSchema } from '../domain/cost-sharing/figures.ts';
import { type StoredTrueUp, storedTrueUpSchema, type TrueUp } from '../domain/statements/true-up-schema.ts';

/** A fee (its formula's name) and its year. */
export const trueUpPath = z.strictObject({ year: z.string().regex(/^\d{4}$/), fee: formulaNameSchema });

export const sealSchema = z.string().regex(/^[0-9a-f]{64}$/, 'A seal is 64 digits in hex.');

/** A true-up in the response: as calculated from the closed months (`possible`), as prepared, or as booked. */
export const trueUpViewSchema = storedTrueUpSchema
  .omit({ state: true, prepared: true, preparers: true, v: true, month: true })
  .extend({
    state: z.enum(['possible', 'prepared', 'booked']),
    prepared: storedTrueUpSchema.shape.prepared.exactOptional(),
    /** The open month of its statements. */
    month: monthSchema.exactOptional(),
  });
export type TrueUpView = z.infer<typeof trueUpViewSchema>;

/** Returns a stored one in the format of the response. */
export const trueUpView = ({ preparers: _, v: __, ...stored }: StoredTrueUp): TrueUpView => stored;

/** Returns a possible one in the format of the response. */
export const possibleView = ({ trueUp, seal }: { trueUp: TrueUp; seal: string }): TrueUpView => ({
  state: 'possible',
  trueUp,
  seal,
});

/** The reasons why dues are not trued up, for contracts. */
export const trueUpRefusals = {
  'no-scenario': { status: 404, meaning: 'No scenario of this fee was adopted for this year.' },
  'months-open': {
    status: 409,
    meaning: 'Months until the end of the consortium’s year are not closed yet: the detail names them.',
  },
  'formula-currency': { status: 409, meaning: 'Statements of the year are in another currency than the formula.' },
  'shares-no-cost': {
    status: 409,
    meaning:
      'The formula shares no cost: its fees do not depend on what the year came to, and there is nothing to true up.',
  },
  'which-cost': {
    status: 422,
    meaning: 'The formula shares several costs: name the one of the platform, and only costs of the formula.',
  },
  'not-reckonable': { status: 409, meaning: 'By what the year came to, the formula gives no fees: errors[] say why.' },
  'pack-broken': { status: 409, meaning: 'A closed month is not as it was sealed: nothing is reckoned by it.' },
} as const satisfies Record<string, Refusal>;

/** The refusals of a change. */
export const trueUpChanges = {
  'other-content': { status: 409, meaning: 'By what is closed now it is another than you saw: look again.' },
  'changed-meanwhile': {
    status: 409,
    meaning: 'Others prepared or approved it, or a month was closed, just now: look again.',
  },
} as const satisfies Record<string, Refusal>;

/** The refusals of an approval into a month. */
export const approvalRefusals = {
  'not-prepared': { status: 409, meaning: 'Nobody has prepared it.' },
  'not-begun': {
    status: 409,
    meaning: 'The month has not begun.',
  },
  'not-open': { status: 409, meaning: 'The statements of this month are written already, or it is closed.' },
} as const satisfies Record<string, Refusal>;

export const exampleTrueUpSeal = '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b';

const exampleTrueUp: TrueUp = {
  ...{ year: 2026, fee: 'ils-costs', reference: 'scn_01kb0000000000000000000000' },
  ...{ scenario: '5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9', currency: 'USD' },
  ...{ cost: 'ils', costs: { ils: 103_000 }, from: '2026-01', to: '2026-12' },
  packs: [{ month: '2026-01', hash: 'c1f7a3f0f6cf02aa6bb58d3cc38f28d4f1d5f2e8a1b0c9d8e7f6a5b4c3d2e1f0' }],
  parts: [
    { memberId: 'calder', actual: 51_500, billed: 50_000, amount: 1500, invoices: ['2026-000001'] },
    { memberId: 'riverton', actual: 51_500, billed: 50_000, amount: 1500, invoices: ['2026-000002'] },
  ],
  ...{ actual: 103_000, billed: 100_000, amount: 3000 },
};

/** A possible one, for examples in contracts. */
export const examplePossible: TrueUpView = { state: 'possible', trueUp: exampleTrueUp, seal: exampleTrueUpSeal };

const prepared = { at: '2027-01-20T10:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' };
/** The true-up, prepared. */
export const examplePrepared: TrueUpView = { ...examplePossible, state: 'prepared', prepared };
