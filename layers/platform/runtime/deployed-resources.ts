import * as z from 'zod';
import { deployedResourcesSchema } from '../../kernel/usage/deployed-resources.ts';
import type { Environment } from './environment.ts';

const deployedSchema = deployedResourcesSchema.extend({ logRetentionDays: z.int() });

/** What the deployment was told to stand up: it costs money whether anybody uses it or not. */
export type DeployedSettings = z.infer<typeof deployedSchema>;

/** Reads the setting. Throws when the contract does not touch sizes, or the setting is malformed. */
export const readDeployedSettings = (environment: Environment): DeployedSettings =>
  deployedSchema.parse(JSON.parse(environment.need('DEPLOYED_RESOURCES')));
