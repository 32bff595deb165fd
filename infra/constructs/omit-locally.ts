import { Aspects, CfnResource, type IAspect } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { absentLocally, type Target } from '../local-differences.ts';

/** Removes the resource types that the list of local differences declares absent. */
class OmitLocally implements IAspect {
  visit(node: IConstruct): void {
    if (CfnResource.isCfnResource(node) && absentLocally(node.cfnResourceType))
      node.node.scope?.node.tryRemoveChild(node.node.id);
  }
}

/** Applies the list of local differences to all stacks under a scope; on AWS nothing is removed. */
export const omitLocally = (scope: IConstruct, target: Target): void => {
  if (target === 'local') Aspects.of(scope).add(new OmitLocally());
};
