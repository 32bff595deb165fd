import type { AttemptOf } from '../../../layers/records/attempts/data/attempt-store.ts';
import { machineSecretRules } from '../../../layers/records/attempts/domain/rules.ts';
import { addressSources } from '../../../layers/records/attempts/domain/source.ts';

/** Returns an attempt at a machine client's secret from an internet address. */
export const secretAttempt = (clientId: string, address: string): AttemptOf => ({
  ...{ rules: machineSecretRules, subject: `client ${clientId}`, ...addressSources(address) },
});
