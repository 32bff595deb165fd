import { type DeployedSettings, deployedSettingsSchema } from '../../kernel/usage/deployed-resources.ts';
import type { Environment } from './environment.ts';

/**
 * Reads what the deployment was told to stand up: it costs money whether anybody uses it or not. Throws when the contract does not
 * touch sizes, or the setting is malformed.
 */
export const readDeployedSettings = (environment: Environment): DeployedSettings =>
  deployedSettingsSchema.parse(JSON.parse(environment.need('DEPLOYED_RESOURCES')));
