import * as z from 'zod';
import { type Audience, hiddenFromSchema } from '../visibility/visibility.ts';
import { workGroupingSchema } from '../work-decision.ts';

const hiding = {
  /** The item batch of which it was a step, or of its reversal. */
  batchId: z.string().exactOptional(),
  /** The copies at one branch, or one copy by its barcode at that time. Neither: the whole record. */
  branchId: z.string().exactOptional(),
  itemId: z.string().exactOptional(),
  barcode: z.string().exactOptional(),
  /** The audiences it was hidden from before and after. */
  before: hiddenFromSchema,
  after: hiddenFromSchema,
};
const relabelling = { itemId: z.string(), before: z.string(), after: z.string() };

/**
 * The fields of each kind of act besides who, when and why: hiding or showing, a new barcode, a withdrawn offer of a last copy, a work
 * decision.
 */
export const actShapes = {
  hide: hiding,
  relabel: relabelling,
  'withdraw-offer': { itemId: z.string(), barcode: z.string() },
  'set-work-decision': { before: workGroupingSchema, after: workGroupingSchema },
};

const made = { actId: z.string(), sourceId: z.string(), at: z.string(), by: z.string(), reason: z.string() };

/** An act of staff on a member's record or its copies that does not change the record's content. Its id sorts by time. */
export const sourceActSchema = z.discriminatedUnion('did', [
  z.object({ did: z.literal('hide'), ...made, ...actShapes.hide }),
  z.object({ did: z.literal('relabel'), ...made, ...actShapes.relabel }),
  z.object({ did: z.literal('withdraw-offer'), ...made, ...actShapes['withdraw-offer'] }),
  // Without `by` when another library grouped one of its records with this one: only that library sees who did it.
  z.object({
    did: z.literal('set-work-decision'),
    ...made,
    by: z.string().exactOptional(),
    ...actShapes['set-work-decision'],
  }),
]);
export type SourceAct = z.infer<typeof sourceActSchema>;

/** A part of a member's record that can be hidden: the record, its copies at one branch, or one copy. */
export type HiddenPart = { sourceId: string; branchId?: string; itemId?: string };

/** The last change of a part's visibility: who, when, why, and the audiences before. */
export type LastHiding = { at: string; by: string; reason: string; before: Audience[] };

/** Returns the last act that hid or showed each part of a record. Takes its acts, newest first. */
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
