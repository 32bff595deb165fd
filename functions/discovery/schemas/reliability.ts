import * as z from 'zod';

const counts = { passed: z.int().min(0), failed: z.int().min(0), missing: z.int().min(0) };

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

/** What is known of the reliability of a deployment: without a check or a rehearsal, nothing is stated. */
export const reliabilitySchema = z.strictObject({
  uptime: z
    .strictObject({
      since: z.iso.datetime(),
      ...counts,
      days: z.array(z.strictObject({ day: z.iso.date(), ...counts })),
      synthetic: z.literal(true).exactOptional(),
    })
    .exactOptional(),
  rehearsal: restoreRehearsalSchema.exactOptional(),
});

/** An example of what is known. */
export const exampleReliability: z.infer<typeof reliabilitySchema> = {
  uptime: {
    since: '2026-01-02T00:13:00.000Z',
    passed: 1437,
    failed: 2,
    missing: 1,
    days: [{ day: '2026-02-11', passed: 21, failed: 2, missing: 1 }],
  },
  rehearsal: {
    ...{ at: '2026-02-20T08:00:00.000Z', moment: '2026-02-20T07:00:00.000Z' },
    ...{ seconds: 3120, compared: 1_204_881, changed: 312 },
  },
};
