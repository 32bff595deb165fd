import * as z from 'zod';
import { restoreRehearsalSchema } from '../domain/reliability/restore-rehearsal.ts';

const counts = { passed: z.int().min(0), failed: z.int().min(0), missing: z.int().min(0) };

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
