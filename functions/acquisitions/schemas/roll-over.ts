import * as z from 'zod';
import { actorNamesSchema } from '../../../layers/platform/http/actor-names.ts';
import type { Permission } from '../../../layers/platform/http/contract.ts';
import { type RollOverTerms, rollOverSchema } from '../domain/roll-over.ts';
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
  .omit({ memberId: true, year: true, edition: true, v: true, amounts: true, progress: true, totals: true })
  .extend({
    /** The sums of the report: of the funds, and of the orders that roll, stay and cannot roll; `blocked` funds prevent the commit. */
    totals: z.record(z.string(), z.int()).exactOptional(),
    /** How many orders moved so far, while it runs or is undone. */
    moved: z.int().exactOptional(),
    /** Who previewed, committed or undid it. */
    names: actorNamesSchema,
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
  ...{ to: '2027-28', allocation: 300, roundTo: 500, carry: 'available', carryAs: 'transfer' },
  ...{ basis: 'remaining', change: 0, funds: [], makeFunds: true, except: [] },
};

const by = 'staff:stf_01kb0000000000000000000000';

/** A previewed roll-over, for examples in contracts. */
export const exampleRollOver: z.input<typeof rollOverViewSchema> = {
  ...{ terms: exampleTerms, state: 'previewed', hash: 'q83vEjRWeJCrze8SNFZ4kA' },
  previewed: { by, at: '2027-07-01T08:00:00.000Z' },
  totals: {
    ...{ unspent: 45_000, carried: 30_000, lapsed: 15_000, copied: 515_000, blocked: 0 },
    ...{ rolls: 3, before: 15_000, after: 15_000, problems: 0, stays: 12 },
  },
  openInvoices: ['INV 900'],
  ...{ names: { [by]: 'Rosa Lindqvist' }, waitsForOther: false },
};
