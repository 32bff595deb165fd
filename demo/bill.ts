import type { Meter } from '../functions/finance/domain/pricing/meters.ts';
import { exactText, parseExact } from '../layers/kernel/money/exact.ts';

/** The names that AWS bills use for what a meter counts: product code and usage type (Cost and Usage Report, data dictionary). */
const billedAs: Record<Meter, readonly [product: string, usageType: string]> = {
  'lambda-request': ['AWSLambda', 'Request-ARM'],
  'lambda-gb-second': ['AWSLambda', 'Lambda-GB-Second-ARM'],
  'http-request': ['AmazonApiGateway', 'USE1-ApiGatewayHttpRequest'],
  'dynamodb-write': ['AmazonDynamoDB', 'WriteRequestUnits'],
  'dynamodb-read': ['AmazonDynamoDB', 'ReadRequestUnits'],
  'dynamodb-stream-read': ['AmazonDynamoDB', 'Streams-Requests'],
  'dynamodb-storage': ['AmazonDynamoDB', 'TimedStorage-ByteHrs'],
  'dynamodb-pitr': ['AmazonDynamoDB', 'TimedPITRStorage-ByteHrs'],
  's3-storage': ['AmazonS3', 'TimedStorage-ByteHrs'],
  's3-archive': ['AmazonS3', 'TimedStorage-GIR-ByteHrs'],
  's3-put': ['AmazonS3', 'Requests-Tier1'],
  's3-get': ['AmazonS3', 'Requests-Tier2'],
  'sqs-request': ['AWSQueueService', 'USE1-Requests-Tier1'],
  'step-transition': ['AmazonStates', 'USE1-StateTransition'],
  'event-published': ['AWSEvents', 'USE1-Event-64K-Chunks'],
  'email-sent': ['AmazonSES', 'USE1-Recipients'],
  'text-segment': ['AWSEndUserMessaging', 'OutboundSMS-US-Standard-TollFree-MessageCount'],
  'log-ingest': ['AmazonCloudWatch', 'USE1-DataProcessing-Bytes'],
  'log-storage': ['AmazonCloudWatch', 'USE1-TimedStorage-ByteHrs'],
  alarm: ['AmazonCloudWatch', 'USE1-CW:AlarmMonitorUsage'],
  dashboard: ['AmazonCloudWatch', 'DashboardsUsageHour'],
  'search-t3-small-hour': ['AmazonES', 'ESInstance:t3.small'],
  'search-t3-medium-hour': ['AmazonES', 'ESInstance:t3.medium'],
  'search-m7g-medium-hour': ['AmazonES', 'ESInstance:m7g.medium'],
  'search-m7g-large-hour': ['AmazonES', 'ESInstance:m7g.large'],
  'search-or1-large-hour': ['AmazonES', 'ESInstance:or1.large'],
  'search-storage': ['AmazonES', 'ES:GP3-Storage'],
  'kms-key': ['awskms', 'us-east-1-KMS-Keys'],
  'kms-signature': ['awskms', 'us-east-1-KMS-Requests-Asymmetric'],
  'cloudfront-request': ['AmazonCloudFront', 'US-Requests-Tier2-HTTPS'],
  'cloudfront-transfer': ['AmazonCloudFront', 'US-DataTransfer-Out-Bytes'],
  'waf-acl': ['awswaf', 'Global-WebACLV2'],
  'waf-rule': ['awswaf', 'Global-RuleV2'],
  'waf-request': ['awswaf', 'Global-RequestV2-Tier1'],
  secret: ['AWSSecretsManager', 'USE1-AWSSecretsManager-Secrets'],
  'fargate-vcpu-hour': ['AmazonECS', 'USE1-Fargate-vCPU-Hours:perCPU'],
  'fargate-gb-hour': ['AmazonECS', 'USE1-Fargate-GB-Hours'],
  'nlb-hour': ['AWSELB', 'USE1-LoadBalancerUsage'],
  'public-ipv4-hour': ['AmazonVPC', 'USE1-PublicIPv4:InUseAddress'],
};

/** The total of a month by meter: a count and an amount, both exact decimals. */
export type MeterSum = { meter: Meter; quantity: string; amount: string };

const columns = [
  ...['identity_line_item_id', 'bill_bill_type', 'bill_billing_period_start_date', 'line_item_usage_start_date'],
  ...['line_item_usage_end_date', 'line_item_currency_code', 'line_item_product_code', 'line_item_usage_type'],
  ...['line_item_usage_amount', 'line_item_unblended_cost', 'line_item_line_item_type'],
];

/**
 * Returns an invented CUR 2.0 bill for a simulated month: the metered use, a support plan without a meter, and one service billed `more`
 * above its metered amount. It is no evidence of correct metering: tests have their own bill for that.
 */
export const demoBill = (
  month: string,
  sums: readonly MeterSum[],
  { service, more, currency }: { service: Meter; more: string; currency: string },
): string => {
  const [start, next] = [`${month}-01T00:00:00.000Z`, new Date(`${month}-01T00:00:00.000Z`)];
  next.setUTCMonth(next.getUTCMonth() + 1);
  const row = (id: string, [product, usageType]: readonly [string, string], quantity: string, cost: string) =>
    [id, 'Anniversary', start, start, next.toISOString(), currency, product, usageType, quantity, cost, 'Usage'].join(
      ',',
    );
  const used = sums.map(({ meter, quantity, amount }) => {
    const cost = meter === service ? exactText(parseExact(amount) + parseExact(more)) : amount;
    return row(meter, billedAs[meter], quantity, cost);
  });
  const support = row('support', ['AWSSupportBusiness', 'Dollar'], '0', '29.00');
  return [columns.join(','), ...used, support, ''].join('\n');
};
