import type { Deployed } from '../../layers/platform/runtime/standing.ts';

/** What a deployment of the tests stands up, as its setting STANDING says it: idle cost is reckoned by this. */
export const STANDING = JSON.stringify({
  search: { instanceType: 't3.medium.search', instances: 2, storageGb: 20 },
  ...{ alarms: 24, kmsKeys: 1, firewall: { acls: 1, rules: 2 }, secrets: 1, logRetentionDays: 90 },
} satisfies Deployed);
