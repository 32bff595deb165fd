import { CfnResource, Lazy } from 'aws-cdk-lib';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { consumers } from '../functions/consumers.ts';
import type { DeployedSettings } from '../layers/kernel/usage/deployed-resources.ts';
import { functionDefaults } from '../layers/platform/http/contract.ts';
import type { Config } from './config.ts';
import { firewallRules } from './stacks/firewall-stack.ts';
import { searchSizes } from './stacks/search-stack.ts';

/** The secret shared by CloudFront and the APIs. */
const ORIGIN_SECRETS = 1;

const countOf = (scope: IConstruct, type: string): number =>
  scope.node.root.node.findAll().filter((one) => CfnResource.isCfnResource(one) && one.cfnResourceType === type).length;

/** Returns the number of queues from which functions take messages; a stream has a position from which it is read. */
const polledQueuesIn = (scope: IConstruct): number =>
  scope.node.root.node
    .findAll()
    .filter((one) => one instanceof CfnEventSourceMapping && one.startingPosition === undefined).length;

const MINUTES_A_DAY = 24 * 60;

/** Returns the runs on a day of all functions with a schedule, and the memory of these runs, summed. */
const scheduledWork = (): NonNullable<DeployedSettings['schedules']> => {
  const runs = consumers.flatMap(({ trigger, memoryMb = functionDefaults.memoryMb }) =>
    trigger.by === 'schedule' ? [{ runsADay: MINUTES_A_DAY / trigger.everyMinutes, memoryMb }] : [],
  );
  return {
    runsADay: runs.reduce((sum, { runsADay }) => sum + runsADay, 0),
    megabytesADay: runs.reduce((sum, { runsADay, memoryMb }) => sum + runsADay * memoryMb, 0),
  };
};

/**
 * Returns the deployed resources for the setting DEPLOYED_RESOURCES: finance computes stand-by costs from it where a service does not
 * report them. Alarms and keys are counted over all stacks at synthesis, so that the list stays current. The firewall and the origin's
 * secret belong to CloudFront, which the emulator lacks: they are listed as on AWS, because all figures use AWS prices.
 */
export const deployedResources = (scope: IConstruct, config: Config): string =>
  Lazy.string({
    produce: () => {
      const { dataNodes, dataNodeInstanceType, volume } = searchSizes[config.profile];
      return JSON.stringify({
        search: { instanceType: dataNodeInstanceType, instances: dataNodes, storageGb: volume },
        alarms: countOf(scope, 'AWS::CloudWatch::Alarm'),
        dashboards: countOf(scope, 'AWS::CloudWatch::Dashboard'),
        kmsKeys: countOf(scope, 'AWS::KMS::Key'),
        firewall: { acls: config.firewall ? 1 : 0, rules: config.firewall ? firewallRules(config.name).length : 0 },
        secrets: ORIGIN_SECRETS,
        polledQueues: polledQueuesIn(scope),
        ...(config.sip2Gateway && { sip2Gateways: 1 }),
        schedules: scheduledWork(),
        logRetentionDays: config.logRetentionDays,
      } satisfies DeployedSettings);
    },
  });
