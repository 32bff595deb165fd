import { CfnResource, Lazy } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { DeployedSettings } from '../layers/kernel/usage/deployed-resources.ts';
import type { Config } from './config.ts';
import { firewallRules } from './stacks/firewall-stack.ts';
import { searchSizes } from './stacks/search-stack.ts';

/** The one secret that CloudFront and the APIs share. */
const ORIGIN_SECRETS = 1;

const countOf = (scope: IConstruct, type: string): number =>
  scope.node.root.node.findAll().filter((one) => CfnResource.isCfnResource(one) && one.cfnResourceType === type).length;

/**
 * What this deployment stands up, as the setting DEPLOYED_RESOURCES: finance reckons idle cost by it where a service does not tell.
 * Alarms and keys are counted over all stacks when the template is made, so that the list never lags behind. The firewall
 * and the origin's secret stand before CloudFront, which the emulator has not: they are told as they stand on AWS, whose
 * prices all figures are.
 */
export const deployedResources = (scope: IConstruct, config: Config): string =>
  Lazy.string({
    produce: () => {
      const { dataNodes, dataNodeInstanceType, volume } = searchSizes[config.profile];
      return JSON.stringify({
        search: { instanceType: dataNodeInstanceType, instances: dataNodes, storageGb: volume },
        alarms: countOf(scope, 'AWS::CloudWatch::Alarm'),
        kmsKeys: countOf(scope, 'AWS::KMS::Key'),
        firewall: { acls: config.firewall ? 1 : 0, rules: config.firewall ? firewallRules(config.name).length : 0 },
        secrets: ORIGIN_SECRETS,
        logRetentionDays: config.logRetentionDays,
      } satisfies DeployedSettings);
    },
  });
