import type { DeployedSettings } from '../../layers/kernel/usage/deployed-resources.ts';

/** The resources of a test deployment, in the format of the setting DEPLOYED_RESOURCES: finance computes idle cost from it. */
export const DEPLOYED_RESOURCES = JSON.stringify({
  search: { instanceType: 't3.medium.search', instances: 2, storageGb: 20 },
  ...{ alarms: 24, kmsKeys: 1, firewall: { acls: 1, rules: 2 }, secrets: 1, logRetentionDays: 90 },
} satisfies DeployedSettings);
