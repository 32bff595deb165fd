import type { Meter } from '../pricing/meters.ts';
import { searchMeterOf } from '../usage-report/idle-readings.ts';

/** The bill's names of one of our services and its meters: patterns of usage types, without their region prefix. */
type ServiceRow = { service: string; types: readonly (readonly [string, Meter])[] };

/**
 * By product code (`line_item_product_code` of CUR 2.0, `x_ServiceCode` of FOCUS). Usage types are those of AWS bills as its price list
 * and user guides name them (Cost and Usage Report, data dictionary; AWS Data Exports, table dictionary).
 */
const services: Record<string, ServiceRow> = {
  AWSLambda: {
    service: 'Lambda',
    types: [
      ['Request(?:-ARM)?', 'lambda-request'],
      ['Lambda-GB-Second(?:-ARM)?', 'lambda-gb-second'],
    ],
  },
  AmazonApiGateway: { service: 'API Gateway', types: [['ApiGatewayHttpRequest', 'http-request']] },
  AmazonDynamoDB: {
    service: 'DynamoDB',
    types: [
      ['WriteRequestUnits', 'dynamodb-write'],
      ['ReadRequestUnits', 'dynamodb-read'],
      ['TimedStorage-ByteHrs', 'dynamodb-storage'],
      ['TimedPITRStorage-ByteHrs', 'dynamodb-pitr'],
      ['Streams-Requests', 'dynamodb-stream-read'],
    ],
  },
  AmazonS3: {
    service: 'S3',
    types: [
      ['TimedStorage-ByteHrs', 's3-storage'],
      // One file per day and large operation is written, and read when a line is opened: counted with its storage.
      ['TimedStorage-GIR-(?:ByteHrs|SmObjects)', 's3-archive'],
      ['Requests-GIR-Tier[12]', 's3-archive'],
      ['Retrieval-GIR', 's3-archive'],
      ['Requests-Tier1', 's3-put'],
      ['Requests-Tier2', 's3-get'],
    ],
  },
  AWSQueueService: { service: 'SQS', types: [['Requests-(?:Tier1|RBP|FIFO-Tier1)', 'sqs-request']] },
  AmazonStates: { service: 'Step Functions', types: [['StateTransition', 'step-transition']] },
  AWSEvents: { service: 'EventBridge', types: [['Event-64K-Chunks', 'event-published']] },
  AmazonSES: { service: 'SES', types: [['Recipients(?:-EC2)?', 'email-sent']] },
  // By the country and the kind of number: `USE1-OutboundSMS-US-Standard-TollFree-MessageCount`. The carriers' fees are lines of their own.
  AWSEndUserMessaging: {
    service: 'End User Messaging',
    types: [['OutboundSMS-.*-MessageCount', 'text-segment']],
  },
  AmazonSNS: { service: 'End User Messaging', types: [['OutboundSMS-.*-MessageCount', 'text-segment']] },
  AmazonCloudWatch: {
    service: 'CloudWatch',
    types: [
      ['DataProcessing-Bytes', 'log-ingest'],
      ['TimedStorage-ByteHrs', 'log-storage'],
      ['CW:AlarmMonitorUsage', 'alarm'],
      ['DashboardsUsageHour(?:-Basic)?', 'dashboard'],
    ],
  },
  AmazonES: { service: 'OpenSearch', types: [['ES:(?:GP2|GP3)-Storage', 'search-storage']] },
  awskms: {
    service: 'KMS',
    types: [
      ['KMS-Keys', 'kms-key'],
      ['KMS-Requests-Asymmetric.*', 'kms-signature'],
    ],
  },
  AmazonCloudFront: {
    service: 'CloudFront',
    types: [
      ['Requests-(?:Tier[12](?:-HTTPS)?|HTTPS?-Proxy)', 'cloudfront-request'],
      ['DataTransfer-Out-Bytes', 'cloudfront-transfer'],
    ],
  },
  awswaf: {
    service: 'WAF',
    types: [
      ['WebACLV2', 'waf-acl'],
      ['RuleV2', 'waf-rule'],
      ['RequestV2-Tier1', 'waf-request'],
    ],
  },
  AWSSecretsManager: { service: 'Secrets Manager', types: [['AWSSecretsManager-Secrets?', 'secret']] },
  AmazonECS: {
    service: 'Fargate',
    types: [
      ['Fargate-vCPU-Hours:perCPU', 'fargate-vcpu-hour'],
      ['Fargate-GB-Hours', 'fargate-gb-hour'],
    ],
  },
  AWSELB: { service: 'Elastic Load Balancing', types: [['LoadBalancerUsage', 'nlb-hour']] },
  AmazonVPC: { service: 'VPC', types: [['PublicIPv4:InUseAddress', 'public-ipv4-hour']] },
  // Billed to us but not metered.
  AmazonCognito: { service: 'Cognito', types: [] },
  AmazonRoute53: { service: 'Route 53', types: [] },
  AWSDataTransfer: { service: 'Data transfer', types: [] },
  AWSCloudTrail: { service: 'CloudTrail', types: [] },
  AWSSystemsManager: { service: 'Systems Manager', types: [] },
  AWSCertificateManager: { service: 'Certificate Manager', types: [] },
};

/** FOCUS's names (`ServiceName`), for files without product codes: AWS names and common short ones. */
const codesByName = new Map([
  ['AWS Lambda', 'AWSLambda'],
  ['Amazon API Gateway', 'AmazonApiGateway'],
  ['Amazon DynamoDB', 'AmazonDynamoDB'],
  ['Amazon Simple Storage Service', 'AmazonS3'],
  ['Amazon Simple Queue Service', 'AWSQueueService'],
  ['AWS Step Functions', 'AmazonStates'],
  ['Amazon EventBridge', 'AWSEvents'],
  ['Amazon Simple Email Service', 'AmazonSES'],
  ['AWS End User Messaging', 'AWSEndUserMessaging'],
  ['Amazon OpenSearch Service', 'AmazonES'],
  ['AWS Key Management Service', 'awskms'],
  ['Amazon CloudFront', 'AmazonCloudFront'],
  ['AWS WAF', 'awswaf'],
  ['AWS Secrets Manager', 'AWSSecretsManager'],
  ['AWS Fargate', 'AmazonECS'],
  ['Amazon Elastic Container Service', 'AmazonECS'],
  ['Elastic Load Balancing', 'AWSELB'],
  ['Amazon Virtual Private Cloud', 'AmazonVPC'],
  ['Amazon Cognito', 'AmazonCognito'],
  ['Amazon Route 53', 'AmazonRoute53'],
  ['AWS Data Transfer', 'AWSDataTransfer'],
  ['AWS CloudTrail', 'AWSCloudTrail'],
  ['AWS Systems Manager', 'AWSSystemsManager'],
  ['AWS Certificate Manager', 'AWSCertificateManager'],
  ['Amazon CloudWatch', 'AmazonCloudWatch'],
  ['Amazon S3', 'AmazonS3'],
  ['Amazon SQS', 'AWSQueueService'],
  ['CloudWatch Events', 'AWSEvents'],
]);

/** Returns the product code of a service by its FOCUS name; other values are unchanged. */
export const codeOf = (product: string): string => codesByName.get(product) ?? product;

// `USE1-`, `EU-`, `US-` (edges), `us-east-1-` (KMS), `Global-`.
const REGION = '(?:[A-Z]{2,4}\\d?-|[a-z]{2}(?:-[a-z]+)+-\\d-|Global-)?';

const patterns = new Map(
  Object.entries(services).map(([code, { types }]) => [
    code,
    types.map(([pattern, meter]) => ({ pattern: new RegExp(`^${REGION}(?:${pattern})$`), meter })),
  ]),
);
const leadingRegion = new RegExp(`^${REGION}(?=.)`);
const searchNode = new RegExp(`^${REGION}ESInstance:([a-z0-9]+\\.[a-z0-9]+)(?:\\.search)?$`);

/** Returns our name of a service of the bill when known, otherwise the bill's product code. */
export const serviceOf = (productCode: string): string => services[productCode]?.service ?? productCode;

/** Returns whether a product code is a support plan (AWSSupportBusiness, OCBPremiumSupport, AWSDeveloperSupport). */
export const isSupport = (productCode: string): boolean => /Support/.test(productCode);

/** Returns our meter for a usage type of a product; undefined when there is none. */
export const meterOf = (productCode: string, usageType: string): Meter | undefined => {
  const node = productCode === 'AmazonES' ? searchNode.exec(usageType)?.[1] : undefined;
  if (node !== undefined) return searchMeterOf(node);
  return patterns.get(productCode)?.find(({ pattern }) => pattern.test(usageType))?.meter;
};

/** Returns a usage type without its region prefix, for display and for sums over regions. */
export const withoutRegion = (usageType: string): string => usageType.replace(leadingRegion, '');
