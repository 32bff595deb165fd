/** A meter of the platform's bill: the service, what is counted, and the counts per billed unit. */
export type MeterRow = { service: string; counts: string; countsPerUnit: number };

const GIB = 1024 ** 3;

/** All meters. Counts are integers as logged, so that sums are exact; the price book uses billed units. */
export const meters = {
  'lambda-request': { service: 'Lambda', counts: 'invocation', countsPerUnit: 1 },
  'lambda-gb-second': { service: 'Lambda', counts: 'MB-millisecond', countsPerUnit: 1024 * 1000 },
  'http-request': { service: 'API Gateway', counts: '512 KB request', countsPerUnit: 1 },
  'dynamodb-write': { service: 'DynamoDB', counts: 'write unit', countsPerUnit: 1 },
  // An eventually consistent read is half a unit, so halves are counted.
  'dynamodb-read': { service: 'DynamoDB', counts: 'half read unit', countsPerUnit: 2 },
  'dynamodb-storage': { service: 'DynamoDB', counts: 'GB-month', countsPerUnit: 1 },
  'dynamodb-pitr': { service: 'DynamoDB', counts: 'GB-month', countsPerUnit: 1 },
  'dynamodb-stream-read': { service: 'DynamoDB', counts: 'stream read unit', countsPerUnit: 1 },
  's3-storage': { service: 'S3', counts: 'GB-month', countsPerUnit: 1 },
  // Glacier Instant Retrieval: for long-term, rarely read files.
  's3-archive': { service: 'S3', counts: 'GB-month', countsPerUnit: 1 },
  's3-put': { service: 'S3', counts: 'put', countsPerUnit: 1 },
  's3-get': { service: 'S3', counts: 'get', countsPerUnit: 1 },
  'sqs-request': { service: 'SQS', counts: 'request', countsPerUnit: 1 },
  'step-transition': { service: 'Step Functions', counts: 'transition', countsPerUnit: 1 },
  'event-published': { service: 'EventBridge', counts: 'event', countsPerUnit: 1 },
  'email-sent': { service: 'SES', counts: 'e-mail', countsPerUnit: 1 },
  // One text message has one segment or several, by its length and alphabet.
  'text-segment': { service: 'End User Messaging', counts: 'segment', countsPerUnit: 1 },
  'log-ingest': { service: 'CloudWatch', counts: 'byte', countsPerUnit: GIB },
  'log-storage': { service: 'CloudWatch', counts: 'GB-month', countsPerUnit: 1 },
  'search-t3-small-hour': { service: 'OpenSearch', counts: 'instance-hour', countsPerUnit: 1 },
  'search-t3-medium-hour': { service: 'OpenSearch', counts: 'instance-hour', countsPerUnit: 1 },
  'search-m7g-medium-hour': { service: 'OpenSearch', counts: 'instance-hour', countsPerUnit: 1 },
  'search-m7g-large-hour': { service: 'OpenSearch', counts: 'instance-hour', countsPerUnit: 1 },
  'search-or1-large-hour': { service: 'OpenSearch', counts: 'instance-hour', countsPerUnit: 1 },
  'search-storage': { service: 'OpenSearch', counts: 'GB-month', countsPerUnit: 1 },
  'kms-key': { service: 'KMS', counts: 'key-month', countsPerUnit: 1 },
  'kms-signature': { service: 'KMS', counts: 'signature', countsPerUnit: 1 },
  dashboard: { service: 'CloudWatch', counts: 'dashboard-month', countsPerUnit: 1 },
  alarm: { service: 'CloudWatch', counts: 'alarm-month', countsPerUnit: 1 },
  'cloudfront-request': { service: 'CloudFront', counts: 'request', countsPerUnit: 1 },
  'cloudfront-transfer': { service: 'CloudFront', counts: 'byte', countsPerUnit: GIB },
  'waf-acl': { service: 'WAF', counts: 'web-ACL-month', countsPerUnit: 1 },
  'waf-rule': { service: 'WAF', counts: 'rule-month', countsPerUnit: 1 },
  'waf-request': { service: 'WAF', counts: 'request', countsPerUnit: 1 },
  secret: { service: 'Secrets Manager', counts: 'secret-month', countsPerUnit: 1 },
  // The gateway for SIP2, where the consortium runs it as a container: off by default.
  'fargate-vcpu-hour': { service: 'Fargate', counts: 'vCPU-hour', countsPerUnit: 1 },
  'fargate-gb-hour': { service: 'Fargate', counts: 'GB-hour', countsPerUnit: 1 },
  'nlb-hour': { service: 'Elastic Load Balancing', counts: 'load-balancer-hour', countsPerUnit: 1 },
  'public-ipv4-hour': { service: 'VPC', counts: 'address-hour', countsPerUnit: 1 },
} as const satisfies Record<string, MeterRow>;

export type Meter = keyof typeof meters;

/** Every meter's name, in the order of the table. */
export const meterNames = Object.keys(meters) as [Meter, ...Meter[]];
