import * as z from 'zod';

/**
 * The grouping of a record with editions of one work: by title, name and language (`by-rule`), with no other record, or with the work of
 * another union record, by its id at the time of the decision.
 */
export const workGroupingSchema = z.discriminatedUnion('stands', [
  z.strictObject({ stands: z.literal('by-rule') }),
  z.strictObject({ stands: z.literal('alone') }),
  z.strictObject({ stands: z.literal('with'), recordId: z.string().min(1).max(64) }),
]);
export type WorkGrouping = z.infer<typeof workGroupingSchema>;

/**
 * A decision of staff on a source record's work, stored with it. `decidedBy`: the act, whose id sorts by time. `work`: the work's key;
 * absent for one that stands alone.
 */
export const workDecisionSchema = z.object({
  decidedBy: z.string(),
  work: z.object({ key: z.string(), recordId: z.string() }).exactOptional(),
});
export type WorkDecision = z.infer<typeof workDecisionSchema>;

/** Returns a decision as the API shows it; none is `by-rule`. */
export const workGroupingOf = (ruling: WorkDecision | undefined): WorkGrouping => {
  if (!ruling) return { stands: 'by-rule' };
  return ruling.work ? { stands: 'with', recordId: ruling.work.recordId } : { stands: 'alone' };
};

/** Returns whether two decisions group a record with the same editions. */
export const isSameWorkDecision = (one: WorkDecision | undefined, other: WorkDecision | undefined): boolean =>
  workGroupingOf(one).stands === workGroupingOf(other).stands && one?.work?.key === other?.work?.key;

/**
 * Returns the decision in force on a union record: the newest of those on its sources. So a merge applies the latest decision, and after a
 * split each part has its own.
 */
export const workDecisionInForce = (
  sources: readonly { workDecision?: WorkDecision | undefined }[],
): WorkDecision | undefined =>
  sources
    .flatMap(({ workDecision }) => workDecision ?? [])
    .reduce<WorkDecision | undefined>(
      (newest, one) => (newest === undefined || one.decidedBy > newest.decidedBy ? one : newest),
      undefined,
    );

/** Returns the key of a record that staff set apart: not its id, under which others may have been grouped with it before. */
export const aloneKey = (recordId: string): string => `alone-${recordId}`;

/**
 * Returns the key of a work that has none by rule (a serial, a book without an author): named after the act that first grouped another
 * record with it.
 */
export const namedWork = (decidedBy: string): string => `work-${decidedBy}`;
