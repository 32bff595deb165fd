import * as z from 'zod';
import type { Environment } from './environment.ts';

const standingSchema = z.object({
  search: z.object({ instanceType: z.string(), instances: z.int(), storageGb: z.number() }),
  alarms: z.int(),
  kmsKeys: z.int(),
  logRetentionDays: z.int(),
});

/** What the deployment was told to stand up: it costs money whether anybody uses it or not. */
export type Standing = z.infer<typeof standingSchema>;

/** Reads the setting. Throws when the contract does not touch sizes, or the setting is malformed. */
export const standingOf = (environment: Environment): Standing =>
  standingSchema.parse(JSON.parse(environment.need('STANDING')));
