import { CfnResource, Lazy } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Standing } from '../layers/runtime/standing.ts';
import type { Config } from './config.ts';
import { searchSizes } from './stacks/search-stack.ts';

const countOf = (scope: IConstruct, type: string): number =>
  scope.node.root.node.findAll().filter((one) => CfnResource.isCfnResource(one) && one.cfnResourceType === type).length;

/**
 * What this deployment stands up, as the setting STANDING: finance reckons idle cost by it where a service does not tell.
 * Alarms and keys are counted over all stacks when the template is made, so that the list never lags behind.
 */
export const standing = (scope: IConstruct, config: Config): string =>
  Lazy.string({
    produce: () => {
      const { dataNodes, dataNodeInstanceType, volume } = searchSizes[config.profile];
      return JSON.stringify({
        search: { instanceType: dataNodeInstanceType, instances: dataNodes, storageGb: volume },
        alarms: countOf(scope, 'AWS::CloudWatch::Alarm'),
        kmsKeys: countOf(scope, 'AWS::KMS::Key'),
        logRetentionDays: config.logRetentionDays,
      } satisfies Standing);
    },
  });
