import * as z from 'zod';

const amount = z.int().nonnegative();

/** The deployed resources that cost money without use: the search domain's nodes with a disk each, and everything billed per piece. */
export const deployedResourcesSchema = z.object({
  search: z.object({ instanceType: z.string().min(1), instances: amount, storageGb: z.number().nonnegative() }),
  alarms: amount,
  /** Dashboards of CloudWatch; none when absent. */
  dashboards: amount.exactOptional(),
  kmsKeys: amount,
  /** Web ACLs for CloudFront and their rules, managed rule groups included. */
  firewall: z.object({ acls: amount, rules: amount }),
  secrets: amount,
  /** Queues from which functions take messages: the platform asks each of them without pause. None when absent. */
  polledQueues: amount.exactOptional(),
  /** Containers of the gateway for SIP2, each behind a load balancer with an address in two zones; none when absent. */
  sip2Gateways: amount.exactOptional(),
  /** Functions that run on a schedule: their runs on a day, and the memory of these runs in megabytes, summed. None when absent. */
  schedules: z.object({ runsADay: z.number().nonnegative(), megabytesADay: z.number().nonnegative() }).exactOptional(),
});
export type DeployedResources = z.infer<typeof deployedResourcesSchema>;

/** The setting DEPLOYED_RESOURCES: the infrastructure writes it, finance reads it. */
export const deployedSettingsSchema = deployedResourcesSchema.extend({ logRetentionDays: z.int() });
export type DeployedSettings = z.infer<typeof deployedSettingsSchema>;
