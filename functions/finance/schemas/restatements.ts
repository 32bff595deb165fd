import * as z from 'zod';
import { monthSchema } from '../../../layers/kernel/calendar/month.ts';
import { actSchema } from '../../../layers/kernel/identity/act.ts';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import {
  bookedRestatements,
  type Restatement,
  restatementSchema,
  type StoredRestatement,
} from '../domain/statements/restatement-schema.ts';
import { sealSchema } from './true-ups.ts';

/** The closed month whose bill was restated. */
export const restatementPath = z.strictObject({ month: monthSchema });

/** A restatement in the response: as calculated from the bill (`possible`), as prepared, or as booked into a month; with earlier ones. */
export const restatementViewSchema = z.strictObject({
  state: z.enum(['possible', 'prepared', 'booked']),
  restatement: restatementSchema,
  seal: sealSchema,
  prepared: actSchema.exactOptional(),
  approved: actSchema.exactOptional(),
  into: monthSchema.exactOptional(),
  earlier: z.array(z.strictObject({ after: z.string(), amount: z.int(), into: monthSchema })),
});
export type RestatementView = z.infer<typeof restatementViewSchema>;

const earlierOf = (booked: readonly { after: string; amount: number; into: string }[]): RestatementView['earlier'] =>
  booked.map(({ after, amount, into }) => ({ after, amount, into }));

/** Returns a stored one in the format of the response. */
export const restatementView = (
  { state, seal, prepared, approved, into, earlier }: StoredRestatement,
  restatement: Restatement,
): RestatementView => ({
  ...{ state, restatement, seal, prepared, ...(approved && { approved }), ...(into !== undefined && { into }) },
  earlier: earlierOf(earlier),
});

/** Returns a possible one in the format of the response, after the booked ones of the month. */
export const possibleRestatement = (
  { restatement, seal }: { restatement: Restatement; seal: string },
  stored: StoredRestatement | undefined,
): RestatementView => ({
  state: 'possible',
  restatement,
  seal,
  earlier: earlierOf(stored ? bookedRestatements(stored) : []),
});

/** The reasons why a closed month is not restated, for contracts. */
export const restatementRefusals = {
  'not-closed': {
    status: 409,
    meaning: 'The month is not closed: reconcile it with its latest bill instead of correcting it.',
  },
  'no-restatement': {
    status: 404,
    meaning: 'The month already includes its latest bill, or the later bill has the same amounts.',
  },
  'no-shares': {
    status: 409,
    meaning: 'The month was closed before cost shares were stored: correct its lines one by one.',
  },
  'pack-broken': {
    status: 409,
    meaning: 'The closed month differs from its seal, so it cannot be used for a calculation.',
  },
  'no-rate': { status: 409, meaning: 'The bill is in a new currency, and the month has no exchange rate for it.' },
} as const satisfies Record<string, Refusal>;

const seal = 'd4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35';
const line = { lineId: 'direct-own-circulation', block: 'direct', service: 'circulation', mode: 'charge' } as const;

/** A possible one, for examples in contracts. */
export const examplePossibleRestatement: RestatementView = {
  state: 'possible',
  restatement: {
    ...{ month: '2026-10', number: 1, closed: 'c1f7a3f0f6cf02aa6bb58d3cc38f28d4f1d5f2e8a1b0c9d8e7f6a5b4c3d2e1f0' },
    ...{ key: 'equal default', before: 'pbl_01kb0000000000000000000000', after: 'pbl_01kb0000000000000000000001' },
    ...{ currency: 'USD', platformCurrency: 'USD', amount: 412 },
    rows: [{ of: 'DynamoDB requests', before: '80.120000000000', after: '84.240000000000' }],
    parts: [
      { memberId: 'calder', invoice: '2026-000001', amount: 200, lines: [{ ...line, amount: 200 }] },
      { memberId: 'riverton', invoice: '2026-000002', amount: 212, lines: [{ ...line, amount: 212 }] },
    ],
  },
  ...{ seal, earlier: [] },
};

/** The restatement, prepared. */
export const examplePreparedRestatement: RestatementView = {
  ...{ ...examplePossibleRestatement, state: 'prepared' },
  prepared: { at: '2026-12-03T10:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' },
};
