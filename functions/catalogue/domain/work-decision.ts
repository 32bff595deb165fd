import * as z from 'zod';

/**
 * With what a record stands as editions of one work: as its title, name and language say (`by-rule`), with nothing else, or with the
 * work of another union record, by the id that it had when somebody said so.
 */
export const workGroupingSchema = z.discriminatedUnion('stands', [
  z.strictObject({ stands: z.literal('by-rule') }),
  z.strictObject({ stands: z.literal('alone') }),
  z.strictObject({ stands: z.literal('with'), recordId: z.string().min(1).max(64) }),
]);
export type WorkGrouping = z.infer<typeof workGroupingSchema>;

/** What a person said of a source record's work, as it stands with it. `decidedBy`: the act, its id sorts by time. `work`: the work's key; absent for one that stands alone. */
export const workDecisionSchema = z.object({
  decidedBy: z.string(),
  work: z.object({ key: z.string(), recordId: z.string() }).exactOptional(),
});
export type WorkDecision = z.infer<typeof workDecisionSchema>;

/** A ruling as it is told; none is `by-rule`. */
export const workGroupingOf = (ruling: WorkDecision | undefined): WorkGrouping => {
  if (!ruling) return { stands: 'by-rule' };
  return ruling.work ? { stands: 'with', recordId: ruling.work.recordId } : { stands: 'alone' };
};

/** Whether two rulings put a record with the same editions. */
export const isSameWorkDecision = (one: WorkDecision | undefined, other: WorkDecision | undefined): boolean =>
  workGroupingOf(one).stands === workGroupingOf(other).stands && one?.work?.key === other?.work?.key;

/**
 * The ruling in force on a union record: the newest of those that stand with its sources. So a merge brings what was said last, and of
 * a split each part keeps what was said of its own.
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

/** The key of a record that somebody said stands alone: not its id, by which others may have been put with it before. */
export const aloneKey = (recordId: string): string => `alone-${recordId}`;

/** The key of a work that has none by rule (a serial, a book without an author): named by the act that first put another record with it. */
export const namedWork = (decidedBy: string): string => `work-${decidedBy}`;
