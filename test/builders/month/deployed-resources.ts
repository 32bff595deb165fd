/** The resources of a deployment, as in its functions' settings: the small profile. */
export const resources = {
  search: { instanceType: 't3.medium.search', instances: 2, storageGb: 20 },
  ...{ alarms: 24, kmsKeys: 1, firewall: { acls: 1, rules: 2 }, secrets: 1, logRetentionDays: 90 },
};
