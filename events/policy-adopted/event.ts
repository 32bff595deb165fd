import * as z from 'zod';

/** A version of a policy was adopted. It concerns all members. */
export const event = {
  version: 1,
  meaning: 'A version of a policy was adopted; it takes effect at the time named. It concerns all members.',
  schema: z.strictObject({
    id: z.string(),
    version: z.literal(1),
    at: z.iso.datetime(),
    kind: z.string(),
    policyVersion: z.int(),
    effectiveFrom: z.string(),
  }),
} as const;
