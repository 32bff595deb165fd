import { Stack, Validations } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { operations } from '../../functions/operations.ts';
import type { Config } from '../config.ts';

/** The limit of requests from one address in five minutes: a campus of readers often shares one address. */
const MOST_REQUESTS = 30_000;

/**
 * The limit of calls with credentials from one address in five minutes. It counts the successful ones too, so it only keeps floods from
 * the functions; failures are limited by the operations themselves (layers/records/attempts).
 */
const MOST_CREDENTIALS = 1500;

const seen = (metricName: string) => ({ cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName });

/**
 * The paths to which anybody sends a PIN, a code, a secret or a request for one. Partners' secrets are not among them: one broker sends for
 * many libraries, and the operation counts wrong ones itself.
 */
export const credentialPaths: readonly string[] = operations
  .filter(({ context, permission, method }) => {
    const isOpen = permission.some(({ who }) => who === 'anyone');
    return isOpen && method === 'POST' && (context === 'patrons' || context === 'membership');
  })
  .map(({ path }) => path)
  .sort();

/** Where bodies hold MARC records or XML, in which the common rules see attacks: addresses (856), markup, system paths. */
export const recordPaths: readonly string[] = ['/v1/catalogue/', '/v1/resource-sharing/iso18626'];

const matching = (path: string, positionalConstraint: 'EXACTLY' | 'STARTS_WITH'): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint,
    searchString: path,
    // The gateway decodes paths before it chooses the operation.
    textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
  },
});

const anyOf = (statements: CfnWebACL.StatementProperty[]): CfnWebACL.StatementProperty => ({
  orStatement: { statements },
});

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
    name: 'credential-floods',
    priority: 1,
    action: { block: {} },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        limit: MOST_CREDENTIALS,
        scopeDownStatement: anyOf(credentialPaths.map((path) => matching(path, 'EXACTLY'))),
      },
    },
    visibilityConfig: seen(`${name}-credential-floods`),
  },
  {
    name: 'common-attacks',
    priority: 2,
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
        scopeDownStatement: {
          notStatement: { statement: anyOf(recordPaths.map((path) => matching(path, 'STARTS_WITH'))) },
        },
      },
    },
    visibilityConfig: seen(`${name}-common-attacks`),
  },
  {
    name: 'known-bad-inputs',
    priority: 3,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesKnownBadInputsRuleSet' },
    },
    visibilityConfig: seen(`${name}-known-bad-inputs`),
  },
];

/**
 * The firewall in front of CloudFront: AWS's common rules and known bad inputs, and rate limits per address. It does not support HTTP
 * APIs, so these refuse requests that bypass CloudFront. AWS requires it in us-east-1. When it is switched off the stack is empty, and
 * `cdk deploy` deletes a stack that has become empty.
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
