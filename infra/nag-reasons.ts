/** An accepted finding of cdk-nag's AWS Solutions pack: the rule, the construct's path, and the reason. */
export type NagReason = { rule: RegExp; at: RegExp; reason: string };

/** All accepted findings. A test fails on any other finding, and on an unused reason. */
export const nagReasons: readonly NagReason[] = [
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    at: /^Concord-sip2\/Task\/ExecutionRole/,
    reason: 'The token by which an image is fetched from ECR knows no narrower resource.',
  },
  {
    rule: /^AwsSolutions-(VPC7|ELB2)$/,
    at: /^Concord-sip2\//,
    reason: 'The gateway logs each connection and request itself; only listed addresses reach it.',
  },
  {
    rule: /^AwsSolutions-ECS2$/,
    at: /^Concord-sip2\//,
    reason: 'Its settings are no secret: address, time zone, currency. Terminals bring their own secrets.',
  },
  {
    rule: /^AwsSolutions-ECS4$/,
    at: /^Concord-sip2\//,
    reason: 'One small container: its own log says what insights would, and they cost more than it does.',
  },
  {
    rule: /^AwsSolutions-IAM4/,
    at: /Role\/Resource$/,
    reason:
      'The managed basic execution role only lets a function write its log; every other right is granted by name.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*\/index\/\*\]$/,
    at: /./,
    reason: 'All indexes of the one table: rights are by table, the tenant by key and permission.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*(Bucket|Domain).*\/\*\]$/,
    at: /./,
    reason: 'Objects of the one bucket and indexes of the one search domain, by the actions that the contract touches.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*parameter\/Concord\/partners\/\*\]$/,
    at: /^Concord-(resource-sharing|digital-lending|payments)\//,
    reason:
      'Partners, vendors and payment accounts come and go: a parameter each under one path, written by few operations and read by senders.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*parameter\/Concord\/webhooks\/\*\]$/,
    at: /^Concord-webhooks\//,
    reason: 'Webhooks come and go: parameters under one path, written by one function and read by the one that signs.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*parameter\/Concord\/ballot-keys\/\*\]$/,
    at: /^Concord-governance\//,
    reason:
      'Each secret ballot has a key of its own: parameters under one path, stored by one function, and read and destroyed by the one that counts.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*parameter\/Concord\/wallets\/\*\]$/,
    at: /^Concord-patrons\//,
    reason:
      'Keys of wallets are replaced: parameters under one path, written by one function and read by the one that signs.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*:\*\]$/,
    at: /(Import|LoanRequest|PeriodClose|Machine)/i,
    reason: 'A workflow may call any version of its own steps: the CDK grants a function with its versions.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    at: /^Concord-(resource-sharing|circulation|catalogue|finance)\//,
    reason:
      'A task token names its own task, and a table’s streams can only be listed: both know no narrower resource.',
  },
  {
    rule: /^AwsSolutions-(IAM5|L1)/,
    at: /^Concord-content\/Custom::CDKBucketDeployment/,
    reason: 'The CDK’s own upload function: it may write to the site’s bucket and read the CDK’s assets, nothing else.',
  },
  {
    rule: /^AwsSolutions-S1$/,
    at: /./,
    reason: 'Each call of ours logs who read which file; access logs of the bucket would repeat it and cost storage.',
  },
  {
    rule: /^AwsSolutions-APIG1$/,
    at: /./,
    reason:
      'Every operation logs one structured line a request itself, with units and outcome: a second log would double it.',
  },
  {
    rule: /^AwsSolutions-COG1$/,
    at: /Staff/,
    reason:
      'Twelve characters of any kind: length protects, composition rules do not (NIST SP 800-63B section 3.1.1.2).',
  },
  {
    rule: /^AwsSolutions-COG2$/,
    at: /Staff/,
    reason: 'A second factor is offered to all staff; whether it is demanded is each consortium’s own rule.',
  },
  {
    rule: /^AwsSolutions-COG8$/,
    at: /Staff/,
    reason: 'The Plus tier is billed by user and month; staff are invited one by one and sign in by code and PKCE.',
  },
  {
    rule: /^AwsSolutions-SMG4$/,
    at: /OriginSecret/,
    reason: 'It rotates by a deployment, with two values accepted meanwhile: docs/deploying.md says how.',
  },
  {
    rule: /^AwsSolutions-OS1$/,
    at: /Concord-search/,
    reason: 'Without VPC: reached by signed requests of our roles only, and no NAT gateway to pay.',
  },
  {
    rule: /^AwsSolutions-OS[35]$/,
    at: /Concord-search/,
    reason: 'No access policy at all: nobody gets in but roles of this account whose own policy names the domain.',
  },
  {
    rule: /^AwsSolutions-OS[47]$/,
    at: /Concord-search/,
    reason:
      'The small profile is one node: the index can be rebuilt from the table; the large one is three in three zones.',
  },
  {
    rule: /^AwsSolutions-OS9/,
    at: /Concord-search/,
    reason: 'Every search logs its milliseconds in its own line; slow logs would cost and say less.',
  },
  {
    rule: /^AwsSolutions-SF[12]$/,
    at: /(Machine|LoanRequest|PeriodClose)\//,
    reason:
      'Every step is a function that logs its own line, and what a request, load or period went through is in the table.',
  },
  {
    rule: /^AwsSolutions-SQS3$/,
    at: /./,
    reason:
      'These are where failures end (dead letters of the stream, of the relay, of metering): behind them is an alarm.',
  },
  {
    rule: /^AwsSolutions-CFR1$/,
    at: /Concord-site/,
    reason: 'A union catalogue is open to readers anywhere.',
  },
  {
    rule: /^AwsSolutions-CFR3$/,
    at: /Concord-site/,
    reason:
      'Calls log their own line; the app’s files are public. Logs of who looked at what are what we avoid (privacy).',
  },
  {
    rule: /^AwsSolutions-CFR4$/,
    at: /Concord-site/,
    reason:
      'Only without a domain of your own: CloudFront’s name has its own certificate. With one TLS 1.2 is demanded.',
  },
];
