import * as z from 'zod';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import { yearCodeSchema } from './fiscal-year.ts';
import { fundCodeSchema } from './fund.ts';
import { type Move, moveKinds } from './move-money.ts';

/** The largest amount of one posting, in minor units. */
export const amountSchema = z.int().min(1).max(1_000_000_000_000);

/** Where money comes from or goes to that is in no fund. */
export const OUTSIDE = 'outside';

/** An entry of the journal of the funds: two lines whose sum is zero. It never changes. */
export const fundEntrySchema = z.strictObject({
  entryId: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  kind: z.enum(moveKinds),
  note: oneLine(200).exactOptional(),
  /** The year whose roll-over moved the money. */
  rollOver: yearCodeSchema.exactOptional(),
  lines: z.array(z.strictObject({ fund: z.union([fundCodeSchema, z.literal(OUTSIDE)]), amount: z.int() })).length(2),
});
export type FundEntry = z.infer<typeof fundEntrySchema>;

/** Returns the two lines of a movement: what one side loses and the other receives. */
export const linesOf = ({ amount, from, to }: Move): FundEntry['lines'] => [
  { fund: from?.[0].code ?? OUTSIDE, amount: -amount },
  { fund: to?.[0].code ?? OUTSIDE, amount },
];
