import type { RawDay, RawResources } from './raw-use.ts';

/**
 * The prices and counts of a bill, independent of the product: its own list prices of us-east-1 and its own arithmetic. `picos`
 * is the price of `per` counts in 1e-12 dollars; usage amounts are printed in units of `unit` counts. First tiers only.
 */
export type PriceRow = {
  code: string;
  /** The service name in FOCUS. */
  title: string;
  usageType: string;
  /** The family of lines that a planted fault affects together. */
  family: string;
  unit: bigint;
  picos: bigint;
  per: bigint;
  /** The counts of a day; `days` is the number of days in the month. */
  of: (day: RawDay, resources: RawResources, days: bigint) => bigint;
  /** The counts of a month up to which the first tier applies. */
  upTo?: bigint;
};

const GIB = 1024n ** 3n;
const dollar = 10n ** 12n;
const million = 1_000_000n;
/** Daily parts of a month are whole numbers of this unit: 28, 29, 30 and 31 all divide it. */
const MONTH = 28n * 29n * 30n * 31n;

const counted = (
  code: string,
  title: string,
  usageType: string,
  family: string,
  price: { picos: bigint; per: bigint; unit?: bigint; upTo?: bigint },
  of: (day: RawDay) => bigint,
): PriceRow => ({ code, title, usageType, family, unit: 1n, ...price, of });

const fixedCost = (
  code: string,
  title: string,
  usageType: string,
  family: string,
  price: { picos: bigint; unit: bigint },
  of: (resources: RawResources) => bigint,
): PriceRow => ({
  ...{ code, title, usageType, family, picos: price.picos },
  ...{ unit: price.unit * MONTH, per: price.unit * MONTH },
  of: (_, what, days) => of(what) * (MONTH / days),
});

/** Every line of a month's bill. */
export const priceRows: readonly PriceRow[] = [
  counted('AWSLambda', 'AWS Lambda', 'Request-ARM', 'Lambda', { picos: dollar / 5n, per: million }, (d) => d.calls),
  counted(
    ...(['AWSLambda', 'AWS Lambda', 'Lambda-GB-Second-ARM', 'Lambda'] as const),
    { picos: 13_333_400n, per: 1_024_000n, unit: 1_024_000n, upTo: 7_500_000_000n * 1_024_000n },
    (d) => d.megabyteMs,
  ),
  counted(
    ...(['AmazonApiGateway', 'Amazon API Gateway', 'USE1-ApiGatewayHttpRequest', 'API Gateway'] as const),
    { picos: dollar, per: million, upTo: 300n * million },
    (d) => d.http,
  ),
  counted(
    ...(['AmazonDynamoDB', 'Amazon DynamoDB', 'WriteRequestUnits', 'DynamoDB requests'] as const),
    { picos: (dollar * 5n) / 8n, per: million },
    (d) => d.writes,
  ),
  counted(
    ...(['AmazonDynamoDB', 'Amazon DynamoDB', 'ReadRequestUnits', 'DynamoDB requests'] as const),
    { picos: dollar / 8n, per: 2n * million, unit: 2n },
    (d) => d.halfReads,
  ),
  fixedCost(
    ...(['AmazonDynamoDB', 'Amazon DynamoDB', 'TimedStorage-ByteHrs', 'DynamoDB storage'] as const),
    { picos: dollar / 4n, unit: GIB },
    (s) => s.tableBytes,
  ),
  fixedCost(
    ...(['AmazonDynamoDB', 'Amazon DynamoDB', 'TimedPITRStorage-ByteHrs', 'DynamoDB storage'] as const),
    { picos: dollar / 5n, unit: GIB },
    (s) => s.tableBytes,
  ),
  counted(
    ...(['AmazonStates', 'AWS Step Functions', 'USE1-StateTransition', 'Step Functions'] as const),
    { picos: dollar / 40n, per: 1000n },
    (d) => d.transitions,
  ),
  counted(
    ...(['AWSQueueService', 'Amazon Simple Queue Service', 'USE1-Requests-Tier1', 'SQS'] as const),
    { picos: (dollar * 2n) / 5n, per: million },
    (d) => d.queued,
  ),
  counted(
    ...(['AmazonS3', 'Amazon Simple Storage Service', 'Requests-Tier1', 'S3 requests'] as const),
    { picos: dollar / 200n, per: 1000n },
    (d) => d.puts,
  ),
  counted(
    ...(['AmazonS3', 'Amazon Simple Storage Service', 'Requests-Tier2', 'S3 requests'] as const),
    { picos: dollar / 2500n, per: 1000n },
    (d) => d.gets,
  ),
  fixedCost(
    ...(['AmazonS3', 'Amazon Simple Storage Service', 'TimedStorage-ByteHrs', 'S3 storage'] as const),
    { picos: (dollar * 23n) / 1000n, unit: GIB },
    (s) => s.objectBytes,
  ),
  counted(
    ...(['AWSEvents', 'CloudWatch Events', 'USE1-Event-64K-Chunks', 'EventBridge'] as const),
    { picos: dollar, per: million },
    (d) => d.events,
  ),
  counted(
    'AmazonSES',
    'Amazon Simple Email Service',
    'USE1-Recipients',
    'SES',
    { picos: dollar / 10n, per: 1000n },
    (d) => d.emails,
  ),
  counted(
    ...([
      ...['AWSEndUserMessaging', 'AWS End User Messaging', 'USE1-OutboundSMS-US-Standard-TollFree-MessageCount'],
      'Text messages',
    ] as [string, string, string, string]),
    { picos: (dollar * 581n) / 100_000n, per: 1n },
    (d) => d.texts,
  ),
  counted(
    ...(['awskms', 'AWS Key Management Service', 'us-east-1-KMS-Requests-Asymmetric', 'KMS'] as const),
    { picos: (dollar * 15n) / 100n, per: 10_000n },
    (d) => d.signatures,
  ),
  fixedCost(
    ...(['awskms', 'AWS Key Management Service', 'us-east-1-KMS-Keys', 'KMS'] as const),
    { picos: dollar, unit: 1n },
    (s) => s.keys,
  ),
  counted(
    ...(['AmazonCloudWatch', 'AmazonCloudWatch', 'USE1-DataProcessing-Bytes', 'CloudWatch logs'] as const),
    { picos: dollar / 2n, per: GIB, unit: GIB },
    (d) => d.logBytes,
  ),
  fixedCost(
    ...(['AmazonCloudWatch', 'AmazonCloudWatch', 'USE1-TimedStorage-ByteHrs', 'CloudWatch logs'] as const),
    { picos: (dollar * 3n) / 100n, unit: GIB },
    // Stored logs are compressed to 15 %.
    (s) => (s.logBytes * 15n) / 100n,
  ),
  fixedCost(
    ...(['AmazonCloudWatch', 'AmazonCloudWatch', 'USE1-CW:AlarmMonitorUsage', 'CloudWatch alarms'] as const),
    { picos: dollar / 10n, unit: 1n },
    (s) => s.alarms,
  ),
  {
    ...{
      code: 'AmazonES',
      title: 'Amazon OpenSearch Service',
      usageType: 'ESInstance:t3.medium',
      family: 'OpenSearch nodes',
    },
    ...{ unit: 1n, picos: (dollar * 73n) / 1000n, per: 1n, of: (_, { nodes }) => nodes * 24n },
  },
  fixedCost(
    ...(['AmazonES', 'Amazon OpenSearch Service', 'ES:GP3-Storage', 'OpenSearch storage'] as const),
    { picos: (dollar * 122n) / 1000n, unit: 1n },
    (s) => s.nodes * s.diskGb,
  ),
  counted(
    ...(['AmazonCloudFront', 'Amazon CloudFront', 'US-Requests-Tier2-HTTPS', 'CloudFront'] as const),
    { picos: dollar / 100n, per: 10_000n },
    (d) => d.http,
  ),
  counted(
    ...(['AmazonCloudFront', 'Amazon CloudFront', 'US-DataTransfer-Out-Bytes', 'CloudFront'] as const),
    { picos: (dollar * 85n) / 1000n, per: GIB, unit: GIB, upTo: 10_240n * GIB },
    (d) => d.bytesOut,
  ),
  fixedCost('awswaf', 'AWS WAF', 'Global-WebACLV2', 'WAF rules', { picos: 5n * dollar, unit: 1n }, (s) => s.acls),
  fixedCost('awswaf', 'AWS WAF', 'Global-RuleV2', 'WAF rules', { picos: dollar, unit: 1n }, (s) => s.rules),
  counted(
    ...(['awswaf', 'AWS WAF', 'Global-RequestV2-Tier1', 'WAF requests'] as const),
    { picos: (dollar * 6n) / 10n, per: million },
    (d) => d.http,
  ),
  fixedCost(
    ...(['AWSSecretsManager', 'AWS Secrets Manager', 'USE1-AWSSecretsManager-Secrets', 'Secrets Manager'] as const),
    { picos: (dollar * 4n) / 10n, unit: 1n },
    (s) => s.secrets,
  ),
];
