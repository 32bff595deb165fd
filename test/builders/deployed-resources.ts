import type { DeployedSettings } from '../../layers/kernel/usage/deployed-resources.ts';

/** What a deployment of the tests stands up, as its setting DEPLOYED_RESOURCES has it: finance computes idle cost from it. */
export const DEPLOYED_RESOURCES = JSON.stringify({
  search: { instanceType: 't3.medium.search', instances: 2, storageGb: 20 },
  ...{ alarms: 24, kmsKeys: 1, firewall: { acls: 1, rules: 2 }, secrets: 1, logRetentionDays: 90 },
} satisfies DeployedSettings);
