import * as z from 'zod';

/** A rehearsal of a restore: the table as it was at `moment`, restored as a new table and compared with the one in use. */
export const restoreRehearsalSchema = z.strictObject({
  /** When the rehearsal began. */
  at: z.iso.datetime(),
  moment: z.iso.datetime(),
  /** How long it took until the new table could be used. */
  seconds: z.int().min(0),
  /** How many rows of the restored table were compared. */
  compared: z.int().min(0),
  /** Of these, the rows that differ from the table in use or are not in it any more: they were changed after the moment. */
  changed: z.int().min(0),
  /** An example of a demo, not measured. */
  synthetic: z.literal(true).exactOptional(),
});

/** The result of a rehearsal of a restore. */
export type RestoreRehearsal = z.infer<typeof restoreRehearsalSchema>;
