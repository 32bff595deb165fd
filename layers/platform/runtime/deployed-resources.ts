import { type DeployedSettings, deployedSettingsSchema } from '../../kernel/usage/deployed-resources.ts';
import type { Environment } from './environment.ts';

/**
 * Reads the configured sizes of the deployment, which cost money even without use. Throws when the contract does not touch sizes, or the
 * setting is malformed.
 */
export const readDeployedSettings = (environment: Environment): DeployedSettings =>
  deployedSettingsSchema.parse(JSON.parse(environment.need('DEPLOYED_RESOURCES')));
