import * as z from 'zod';
import type { Permission } from '../../../layers/platform/http/contract.ts';
import { progressSchema, type RollOverTerms, rollOverSchema } from '../domain/roll-over.ts';
import { yearRefusals } from './funds.ts';

const at = { member: 'path.memberId' } as const;

/** Who previews the roll-over of a year. */
export const rollOverMakers: readonly Permission[] = [{ who: 'staff', roles: ['member-finance'], at }];

/** Who commits it: the finance staff, or an administrator as the second person. */
export const rollOverCommitters: readonly Permission[] = [
  { who: 'staff', roles: ['member-finance', 'member-admin'], at },
];

/** A roll-over as staff see it. */
export const rollOverViewSchema = rollOverSchema
  .omit({ memberId: true, amounts: true, progress: true })
  .extend({
    /** How far it is while it runs or is undone. */
    progress: progressSchema.pick({ stage: true, orders: true }).exactOptional(),
    /** Names of the staff who previewed, committed or undid it. */
    names: z.record(z.string(), z.string()),
    /** Another person commits it than the one who asks. */
    waitsForOther: z.boolean(),
  })
  .meta({ id: 'RollOverView' });

/** Refusals of a roll-over. */
export const rollOverRefusals = {
  ...yearRefusals,
  'roll-over-state': { status: 409, meaning: 'It runs, is done, or is not previewed: look again.' },
} as const;

/** Terms of a roll-over, for examples in contracts. */
export const exampleTerms: RollOverTerms = {
  ...{ to: '2027-28', allocation: { percent: 300, roundTo: 500 }, carry: 'available', carryAs: 'transfer' },
  ...{ orders: { basis: 'remaining', percent: 0 }, funds: [], makeFunds: true, except: [] },
};

const by = 'staff:stf_01kb0000000000000000000000';

/** A previewed roll-over, for examples in contracts. */
export const exampleRollOver: z.input<typeof rollOverViewSchema> = {
  ...{ year: '2026-27', terms: exampleTerms, state: 'previewed', edition: 1, hash: 'q83vEjRWeJCrze8SNFZ4kA' },
  previewed: { by, at: '2027-07-01T08:00:00.000Z' },
  totals: {
    ...{ unspent: 45_000, carried: 30_000, lapsed: 15_000, copied: 515_000, blocked: 0 },
    ...{ rolls: 3, before: 15_000, after: 15_000, problems: 0, stays: 12 },
  },
  openInvoices: { count: 1, first: [{ invoiceId: 'vin_1', number: 'INV 900', state: 'open' }] },
  ...{ names: { [by]: 'Rosa Lindqvist' }, waitsForOther: false, v: 2 },
};
