import { Stack, Validations } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';

/** The limit of requests from one address in five minutes: a library's desks and reading room often share one address. */
const MOST_REQUESTS = 10_000;

const seen = (metricName: string) => ({ cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName });

/** The firewall's rules; each is billed monthly. Takes the deployment's name. */
export const firewallRules = (name: string): CfnWebACL.RuleProperty[] => [
  {
    name: 'floods',
    priority: 0,
    action: { block: {} },
    statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: MOST_REQUESTS } },
    visibilityConfig: seen(`${name}-floods`),
  },
  {
    name: 'common-attacks',
    priority: 1,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name: 'AWSManagedRulesCommonRuleSet',
        // Batches exceed the 8 KB limit, and self-check machines send no user agent: counted, not blocked.
        ruleActionOverrides: ['SizeRestrictions_BODY', 'NoUserAgent_HEADER'].map((rule) => ({
          name: rule,
          actionToUse: { count: {} },
        })),
      },
    },
    visibilityConfig: seen(`${name}-common-attacks`),
  },
];

/**
 * The firewall in front of CloudFront: AWS's common rules, and a rate limit per address. It does not support HTTP APIs, so these refuse
 * requests that bypass CloudFront. AWS requires it in us-east-1. When it is switched off the stack is empty, and `cdk deploy` deletes a
 * stack that has become empty.
 */
export class FirewallStack extends Stack {
  readonly webAclArn: string | undefined;

  constructor(scope: Construct, id: string, { config }: { config: Config }) {
    super(scope, id, { env: { region: 'us-east-1' } });
    if (!config.firewall) {
      Validations.of(this).acknowledge({
        id: 'CloudFormation-Validate::F0001',
        reason: 'The stack is empty on purpose: cdk deploy deletes it',
      });
      return;
    }
    const { attrArn } = new CfnWebACL(this, 'Firewall', {
      name: `${config.name}-site`,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen(`${config.name}-site`),
      rules: firewallRules(config.name),
    });
    this.webAclArn = attrArn;
  }
}
