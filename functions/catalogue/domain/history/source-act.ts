import * as z from 'zod';
import { type Audience, hiddenFromSchema } from '../visibility/visibility.ts';
import { workGroupingSchema } from '../work-decision.ts';

const hiding = {
  /** The change of many copies that it was a step of, or of putting that back. */
  batchId: z.string().exactOptional(),
  /** Of the record's copies those at one branch alone; or one copy, by its label of then. Neither: the whole record. */
  branchId: z.string().exactOptional(),
  itemId: z.string().exactOptional(),
  barcode: z.string().exactOptional(),
  /** From whom it was hidden until then, and from whom since. */
  before: hiddenFromSchema,
  after: hiddenFromSchema,
};
const relabelling = { itemId: z.string(), before: z.string(), after: z.string() };

/**
 * What an act of each kind says besides who, when and why: hiding or showing, another barcode, the offer of a last copy taken back, with
 * which editions the record stands.
 */
export const actShapes = {
  hide: hiding,
  relabel: relabelling,
  'withdraw-offer': { itemId: z.string(), barcode: z.string() },
  'set-work-decision': { before: workGroupingSchema, after: workGroupingSchema },
};

const made = { actId: z.string(), sourceId: z.string(), at: z.string(), by: z.string(), reason: z.string() };

/** An act of staff on a member's record or its copies that changes nothing in what the record says. Its id sorts by time. */
export const sourceActSchema = z.discriminatedUnion('did', [
  z.object({ did: z.literal('hide'), ...made, ...actShapes.hide }),
  z.object({ did: z.literal('relabel'), ...made, ...actShapes.relabel }),
  z.object({ did: z.literal('withdraw-offer'), ...made, ...actShapes['withdraw-offer'] }),
  // Without `by` where another library put one of its records with this one: who did is for that library to know.
  z.object({
    did: z.literal('set-work-decision'),
    ...made,
    by: z.string().exactOptional(),
    ...actShapes['set-work-decision'],
  }),
]);
export type SourceAct = z.infer<typeof sourceActSchema>;

/** A part of a member's record that is hidden by itself: the record, its copies at one branch, one copy. */
export type HiddenPart = { sourceId: string; branchId?: string; itemId?: string };

/** Who brought a part into the state that it is in, when, why, and from which. */
export type LastHiding = { at: string; by: string; reason: string; before: Audience[] };

/** The last act by which each part of a record was hidden or shown. Takes its acts, the newest first. */
export const lastHidings = (
  acts: readonly SourceAct[],
): ((part: Omit<HiddenPart, 'sourceId'>) => LastHiding | undefined) => {
  const last = new Map<string, LastHiding>();
  const nameOf = ({ branchId = '', itemId = '' }: Omit<HiddenPart, 'sourceId'>): string => `${branchId} ${itemId}`;
  for (const act of acts) {
    if (act.did !== 'hide' || last.has(nameOf(act))) continue;
    const { at, by, reason, before } = act;
    last.set(nameOf(act), { at, by, reason, before });
  }
  return (part) => last.get(nameOf(part));
};
