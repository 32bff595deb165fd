import type { Meter } from '../pricing/meters.ts';

/**
 * How a meter is compared with the bill, and how precisely it is known: an exact one is counted per request or in whole pieces, a proxy
 * is derived from sizes and readings.
 */
export type Compared = { name: string; exact: boolean };

const exact = (name: string): Compared => ({ name, exact: true });
const proxy = (name: string): Compared => ({ name, exact: false });

const searchNodes = exact('OpenSearch nodes');

/** Every meter's row of the reconciliation. One service may have two rows: its requests are counted, its storage is read. */
export const comparedBy: Record<Meter, Compared> = {
  'lambda-request': exact('Lambda'),
  'lambda-gb-second': exact('Lambda'),
  'http-request': exact('API Gateway'),
  'dynamodb-write': exact('DynamoDB requests'),
  'dynamodb-read': exact('DynamoDB requests'),
  'dynamodb-stream-read': exact('DynamoDB requests'),
  'dynamodb-storage': proxy('DynamoDB storage'),
  'dynamodb-pitr': proxy('DynamoDB storage'),
  's3-storage': proxy('S3 storage'),
  's3-archive': proxy('S3 storage'),
  's3-put': exact('S3 requests'),
  's3-get': exact('S3 requests'),
  // The polls of waiting functions are estimated.
  'sqs-request': proxy('SQS'),
  'step-transition': exact('Step Functions'),
  'event-published': exact('EventBridge'),
  'email-sent': exact('SES'),
  'text-segment': exact('Text messages'),
  'log-ingest': proxy('CloudWatch logs'),
  'log-storage': proxy('CloudWatch logs'),
  alarm: exact('CloudWatch alarms'),
  dashboard: exact('CloudWatch dashboards'),
  'search-t3-small-hour': searchNodes,
  'search-t3-medium-hour': searchNodes,
  'search-m7g-medium-hour': searchNodes,
  'search-m7g-large-hour': searchNodes,
  'search-or1-large-hour': searchNodes,
  'search-storage': proxy('OpenSearch storage'),
  'kms-key': exact('KMS'),
  'kms-signature': exact('KMS'),
  'cloudfront-request': proxy('CloudFront'),
  'cloudfront-transfer': proxy('CloudFront'),
  'waf-acl': exact('WAF rules'),
  'waf-rule': exact('WAF rules'),
  // Counted when requests reach us: those that it blocks or the edge answers are only in the bill.
  'waf-request': proxy('WAF requests'),
  secret: exact('Secrets Manager'),
  'fargate-vcpu-hour': proxy('Fargate'),
  'fargate-gb-hour': proxy('Fargate'),
  'nlb-hour': proxy('Load balancers'),
  'public-ipv4-hour': proxy('Public addresses'),
};

/** Returns the tolerated difference between billed and metered before a person must explain it, in thousandths: 0.5 % and 5 %. */
export const tolerance = ({ exact: isExact }: Compared): bigint => (isExact ? 5n : 50n);
