import * as z from 'zod';
import { standingSchema } from '../../kernel/standing.ts';
import type { Environment } from './environment.ts';

const deployedSchema = standingSchema.extend({ logRetentionDays: z.int() });

/** What the deployment was told to stand up: it costs money whether anybody uses it or not. */
export type Deployed = z.infer<typeof deployedSchema>;

/** Reads the setting. Throws when the contract does not touch sizes, or the setting is malformed. */
export const deployedOf = (environment: Environment): Deployed =>
  deployedSchema.parse(JSON.parse(environment.need('STANDING')));
