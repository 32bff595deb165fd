import { meterNames } from '../pricing/meters.ts';
import { categoryOf, layoutOf, roles } from './columns.ts';
import { comparedBy, tolerance } from './compared.ts';
import { codeOf, meterOf, serviceOf, withoutRegion } from './usage-types.ts';

/** The usage types that a meter counts: product code, types without region, meter. */
const counted: readonly (readonly [product: string, types: readonly string[], meter: string])[] = [
  ['AWSLambda', ['Request', 'Request-ARM'], 'lambda-request'],
  ['AWSLambda', ['Lambda-GB-Second', 'Lambda-GB-Second-ARM'], 'lambda-gb-second'],
  ['AmazonApiGateway', ['ApiGatewayHttpRequest'], 'http-request'],
  ['AmazonDynamoDB', ['WriteRequestUnits'], 'dynamodb-write'],
  ['AmazonDynamoDB', ['ReadRequestUnits'], 'dynamodb-read'],
  ['AmazonDynamoDB', ['TimedStorage-ByteHrs'], 'dynamodb-storage'],
  ['AmazonDynamoDB', ['TimedPITRStorage-ByteHrs'], 'dynamodb-pitr'],
  ['AmazonDynamoDB', ['Streams-Requests'], 'dynamodb-stream-read'],
  ['AmazonS3', ['TimedStorage-ByteHrs'], 's3-storage'],
  ['AmazonS3', ['TimedStorage-GIR-ByteHrs', 'TimedStorage-GIR-SmObjects'], 's3-archive'],
  ['AmazonS3', ['Requests-GIR-Tier1', 'Requests-GIR-Tier2', 'Retrieval-GIR'], 's3-archive'],
  ['AmazonS3', ['Requests-Tier1'], 's3-put'],
  ['AmazonS3', ['Requests-Tier2'], 's3-get'],
  ['AWSQueueService', ['Requests-Tier1', 'Requests-RBP', 'Requests-FIFO-Tier1'], 'sqs-request'],
  ['AmazonStates', ['StateTransition'], 'step-transition'],
  ['AWSEvents', ['Event-64K-Chunks'], 'event-published'],
  ['AmazonSES', ['Recipients', 'Recipients-EC2'], 'email-sent'],
  ['AWSEndUserMessaging', ['OutboundSMS-US-Standard-TollFree-MessageCount'], 'text-segment'],
  ['AmazonSNS', ['OutboundSMS-DE-MessageCount'], 'text-segment'],
  ['AmazonCloudWatch', ['DataProcessing-Bytes'], 'log-ingest'],
  ['AmazonCloudWatch', ['TimedStorage-ByteHrs'], 'log-storage'],
  ['AmazonCloudWatch', ['CW:AlarmMonitorUsage'], 'alarm'],
  ['AmazonCloudWatch', ['DashboardsUsageHour', 'DashboardsUsageHour-Basic'], 'dashboard'],
  ['AmazonES', ['ES:GP2-Storage', 'ES:GP3-Storage'], 'search-storage'],
  ['AmazonES', ['ESInstance:t3.small', 'ESInstance:t3.small.search'], 'search-t3-small-hour'],
  ['AmazonES', ['ESInstance:t3.medium.search'], 'search-t3-medium-hour'],
  ['AmazonES', ['ESInstance:m7g.medium.search'], 'search-m7g-medium-hour'],
  ['AmazonES', ['ESInstance:or1.large'], 'search-or1-large-hour'],
  ['awskms', ['KMS-Keys'], 'kms-key'],
  ['awskms', ['KMS-Requests-Asymmetric', 'KMS-Requests-Asymmetric-RSA_2048'], 'kms-signature'],
  [
    'AmazonCloudFront',
    ['Requests-Tier1', 'Requests-Tier2', 'Requests-Tier1-HTTPS', 'Requests-HTTP-Proxy', 'Requests-HTTPS-Proxy'],
    'cloudfront-request',
  ],
  ['AmazonCloudFront', ['DataTransfer-Out-Bytes'], 'cloudfront-transfer'],
  ['awswaf', ['WebACLV2'], 'waf-acl'],
  ['awswaf', ['RuleV2'], 'waf-rule'],
  ['awswaf', ['RequestV2-Tier1'], 'waf-request'],
  ['AWSSecretsManager', ['AWSSecretsManager-Secret', 'AWSSecretsManager-Secrets'], 'secret'],
  ['AmazonECS', ['Fargate-vCPU-Hours:perCPU'], 'fargate-vcpu-hour'],
  ['AmazonECS', ['Fargate-GB-Hours'], 'fargate-gb-hour'],
  ['AWSELB', ['LoadBalancerUsage'], 'nlb-hour'],
  ['AmazonVPC', ['PublicIPv4:InUseAddress'], 'public-ipv4-hour'],
];

describe('The usage types of a bill', () => {
  test.each(counted)('of %s, %j, are counted by %s in every region, and only whole', (product, types, meter) => {
    for (const type of types) {
      for (const region of ['', 'USE1-', 'EU-', 'EUW1-', 'US-', 'us-east-1-', 'eu-west-1-', 'Global-'])
        expect([region + type, meterOf(product, region + type)]).toEqual([region + type, meter]);
      // The type of a signature names its algorithm, so any end is one.
      const longer = meter === 'kms-signature' ? [] : [`${type}x`];
      for (const other of [...longer, `x${type}`, `useast1-${type}`, `E-${type}`])
        expect([other, meterOf(product, other)]).toEqual([other, undefined]);
      expect(meterOf('AmazonCognito', type)).toBeUndefined();
    }
  });

  test.each([
    ['AmazonES', 'ESInstance:m7g.large.search.x'],
    ['AmazonES', 'ESInstance:.large'],
    ['AmazonES', 'ESInstance:r6g.large'],
    ['AmazonEC2', 'ESInstance:t3.small'],
    ['AmazonCloudFront', 'Requests-Tier3'],
    ['AmazonS3', 'Requests-GIR-Tier3'],
    ['AmazonES', 'ES:GP1-Storage'],
    ['AWSLambda', 'Request-X86'],
    ['unknown', 'Request'],
  ])('of %s, %s, have no meter', (product, type) => {
    expect(meterOf(product, type)).toBeUndefined();
  });

  test('are shown without the region, unless they are nothing else', () => {
    const types = ['EU-Request', 'APN1-Request', 'us-gov-west-1-KMS-Keys', 'Global-X', 'Request', 'EU-', 'Europe-X'];
    expect(types.map(withoutRegion)).toEqual(['Request', 'Request', 'KMS-Keys', 'X', 'Request', 'EU-', 'Europe-X']);
  });
});

test('each service of a bill has one name, by its product code and by its FOCUS name', () => {
  const named = (focus: string): string => `${focus}: ${codeOf(focus)}, ${serviceOf(codeOf(focus))}`;
  const names = [
    ...['AWS Lambda', 'Amazon API Gateway', 'Amazon DynamoDB', 'Amazon Simple Storage Service', 'Amazon S3'],
    ...['Amazon Simple Queue Service', 'Amazon SQS', 'AWS Step Functions', 'Amazon EventBridge', 'CloudWatch Events'],
    ...['Amazon Simple Email Service', 'AWS End User Messaging', 'AmazonSNS', 'Amazon OpenSearch Service'],
    ...['AWS Key Management Service', 'Amazon CloudFront', 'AWS WAF', 'AWS Secrets Manager', 'AWS Fargate'],
    ...['Amazon Elastic Container Service', 'Elastic Load Balancing', 'Amazon Virtual Private Cloud'],
    ...['Amazon Cognito', 'Amazon Route 53', 'AWS Data Transfer', 'AWS CloudTrail', 'AWS Systems Manager'],
    ...['AWS Certificate Manager', 'Amazon CloudWatch', 'Amazon Other'],
  ];
  expect(names.map(named)).toEqual([
    'AWS Lambda: AWSLambda, Lambda',
    'Amazon API Gateway: AmazonApiGateway, API Gateway',
    'Amazon DynamoDB: AmazonDynamoDB, DynamoDB',
    'Amazon Simple Storage Service: AmazonS3, S3',
    'Amazon S3: AmazonS3, S3',
    'Amazon Simple Queue Service: AWSQueueService, SQS',
    'Amazon SQS: AWSQueueService, SQS',
    'AWS Step Functions: AmazonStates, Step Functions',
    'Amazon EventBridge: AWSEvents, EventBridge',
    'CloudWatch Events: AWSEvents, EventBridge',
    'Amazon Simple Email Service: AmazonSES, SES',
    'AWS End User Messaging: AWSEndUserMessaging, End User Messaging',
    'AmazonSNS: AmazonSNS, End User Messaging',
    'Amazon OpenSearch Service: AmazonES, OpenSearch',
    'AWS Key Management Service: awskms, KMS',
    'Amazon CloudFront: AmazonCloudFront, CloudFront',
    'AWS WAF: awswaf, WAF',
    'AWS Secrets Manager: AWSSecretsManager, Secrets Manager',
    'AWS Fargate: AmazonECS, Fargate',
    'Amazon Elastic Container Service: AmazonECS, Fargate',
    'Elastic Load Balancing: AWSELB, Elastic Load Balancing',
    'Amazon Virtual Private Cloud: AmazonVPC, VPC',
    'Amazon Cognito: AmazonCognito, Cognito',
    'Amazon Route 53: AmazonRoute53, Route 53',
    'AWS Data Transfer: AWSDataTransfer, Data transfer',
    'AWS CloudTrail: AWSCloudTrail, CloudTrail',
    'AWS Systems Manager: AWSSystemsManager, Systems Manager',
    'AWS Certificate Manager: AWSCertificateManager, Certificate Manager',
    'Amazon CloudWatch: AmazonCloudWatch, CloudWatch',
    'Amazon Other: Amazon Other, Amazon Other',
  ]);
});

test('each meter is compared in a row of the bill: counted ones to 0.5 %, those read from sizes to 5 %', () => {
  const rows = Map.groupBy(meterNames, (meter) => `${comparedBy[meter].name} ${tolerance(comparedBy[meter])}`);
  expect([...rows].map(([row, meters]) => `${row}: ${meters.join(' ')}`).toSorted()).toEqual([
    'API Gateway 5: http-request',
    'CloudFront 50: cloudfront-request cloudfront-transfer',
    'CloudWatch alarms 5: alarm',
    'CloudWatch dashboards 5: dashboard',
    'CloudWatch logs 50: log-ingest log-storage',
    'DynamoDB requests 5: dynamodb-write dynamodb-read dynamodb-stream-read',
    'DynamoDB storage 50: dynamodb-storage dynamodb-pitr',
    'EventBridge 5: event-published',
    'Fargate 50: fargate-vcpu-hour fargate-gb-hour',
    'KMS 5: kms-key kms-signature',
    'Lambda 5: lambda-request lambda-gb-second',
    'Load balancers 50: nlb-hour',
    'OpenSearch nodes 5: search-t3-small-hour search-t3-medium-hour search-m7g-medium-hour search-m7g-large-hour search-or1-large-hour',
    'OpenSearch storage 50: search-storage',
    'Public addresses 50: public-ipv4-hour',
    'S3 requests 5: s3-put s3-get',
    'S3 storage 50: s3-storage s3-archive',
    'SES 5: email-sent',
    'SQS 50: sqs-request',
    'Secrets Manager 5: secret',
    'Step Functions 5: step-transition',
    'Text messages 5: text-segment',
    'WAF requests 50: waf-request',
    'WAF rules 5: waf-acl waf-rule',
  ]);
});

describe('The columns of a bill', () => {
  const cur = [
    ...['bill_billing_period_start_date', 'line_item_usage_start_date', 'line_item_usage_end_date'],
    ...['line_item_currency_code', 'line_item_product_code', 'line_item_usage_type', 'line_item_usage_amount'],
    ...['line_item_unblended_cost', 'line_item_line_item_type'],
  ];
  const more = ['bill_bill_type', 'identity_line_item_id', 'identity_time_interval'];
  const focus = [
    ...['BillingPeriodStart', 'ChargePeriodStart', 'ChargePeriodEnd', 'BillingCurrency', 'ServiceName', 'SkuMeter'],
    ...['ConsumedQuantity', 'BilledCost', 'ChargeCategory', 'ChargeClass'],
  ];
  const placesOf = (heading: readonly string[]) => {
    const found = layoutOf(heading);
    if ('refused' in found) return found.refused;
    const at = roles.map((role) => `${role} ${(found.at.get(role) ?? []).map((place) => heading[place]).join(' ')}`);
    return { format: found.format, width: found.width, at };
  };
  const curPlaces = [
    'period bill_billing_period_start_date',
    'begin line_item_usage_start_date',
    'end line_item_usage_end_date',
    'currency line_item_currency_code',
    'product line_item_product_code',
    'usageType line_item_usage_type',
    'quantity line_item_usage_amount',
    'cost line_item_unblended_cost',
    'kind line_item_line_item_type',
  ];

  test('of CUR 2.0 are found by their names, also without those that not every export has', () => {
    expect(placesOf([...more, 'other', ...cur])).toEqual({
      ...{ format: 'cur-2.0', width: 13 },
      at: [...curPlaces, 'class bill_bill_type', 'lineId identity_line_item_id', 'interval identity_time_interval'],
    });
    expect(placesOf(cur)).toEqual({
      format: 'cur-2.0',
      width: 9,
      at: [...curPlaces, 'class ', 'lineId ', 'interval '],
    });
  });

  test('that a file lacks have no place', () => {
    const found = layoutOf(cur);
    expect('at' in found && [found.at.get('class'), found.at.get('kind')]).toEqual([[], [8]]);
    const own = layoutOf(focus);
    expect('at' in own && [own.at.get('product'), own.at.get('usageType'), own.at.get('lineId')]).toEqual([
      [4],
      [5],
      [],
    ]);
  });

  test('of FOCUS are those of AWS before those of FOCUS, in any order', () => {
    const aws = ['SkuPriceId', 'SkuId', 'x_UsageType', 'PricingQuantity', 'x_ServiceCode'];
    expect(placesOf([...aws, ...focus])).toEqual({
      ...{ format: 'focus-1.0', width: 15 },
      at: [
        ...['period BillingPeriodStart', 'begin ChargePeriodStart', 'end ChargePeriodEnd', 'currency BillingCurrency'],
        ...['product x_ServiceCode ServiceName', 'usageType x_UsageType SkuMeter SkuId SkuPriceId'],
        ...['quantity ConsumedQuantity PricingQuantity', 'cost BilledCost', 'kind ChargeCategory', 'class ChargeClass'],
        ...['lineId ', 'interval '],
      ],
    });
  });

  test.each(['InvoiceId', 'PricingCurrency', 'BillingAccountType'])('of FOCUS 1.2 have %s', (name) => {
    expect(placesOf([...focus, ` ${name.toUpperCase()} `])).toMatchObject({ format: 'focus-1.2' });
  });

  const howTo =
    'In AWS Data Exports, make an export of CUR 2.0 (COST_AND_USAGE_REPORT) or FOCUS 1.0 or 1.2 with AWS columns, as CSV, by day or hour.';
  test.each([
    [['lineItem/UsageAmount', ...cur], 'unknown-format', `This is the legacy Cost and Usage Report. ${howTo}`],
    [['a', 'b'], 'unknown-format', `The first line is not the heading of a bill that is known. ${howTo}`],
    [[], 'unknown-format', `The first line is not the heading of a bill that is known. ${howTo}`],
    [
      cur.slice(2),
      'missing-columns',
      'The file lacks bill_billing_period_start_date, line_item_usage_start_date. Select these columns in the export.',
    ],
    [
      ['BilledCost'],
      'missing-columns',
      'The file lacks BillingPeriodStart, ChargePeriodStart, ChargePeriodEnd, BillingCurrency, x_ServiceCode, x_UsageType, ConsumedQuantity, ChargeCategory, ChargeClass. Select these columns in the export.',
    ],
    [
      focus.filter((name) => name !== 'BilledCost'),
      'missing-columns',
      'The file lacks BilledCost. Select these columns in the export.',
    ],
  ])('%j are refused as %s', (heading, code, detail) => {
    expect(placesOf(heading)).toEqual({ code, detail, faults: [] });
  });
});

describe('The kind of a row of a bill', () => {
  const of = (format: 'cur-2.0' | 'focus-1.0', kind: string, over: object = {}) => {
    const found = categoryOf(format, { kind, class: '', product: 'AWSLambda', cost: 5n, ...over });
    return found && `${found.category}${found.correction ? ', corrects' : ''}`;
  };

  test.each([
    ['Usage', 'usage'],
    ['DiscountedUsage', 'usage'],
    ['SavingsPlanCoveredUsage', 'usage'],
    ['Credit', 'credit'],
    ['Refund', 'adjustment, corrects'],
    ['Tax', 'tax'],
    ['Fee', 'purchase'],
    ['RIFee', 'purchase'],
    ['SavingsPlanRecurringFee', 'purchase'],
    ['SavingsPlanUpfrontFee', 'purchase'],
    ['SavingsPlanNegation', 'adjustment'],
    ['BundledDiscount', 'adjustment'],
    ['Discount', 'adjustment'],
    ['EdpDiscount', 'adjustment'],
    ['PrivateRateDiscount', 'adjustment'],
    ['RiVolumeDiscount', 'adjustment'],
    ['SppDiscount', 'adjustment'],
    ['Purchase', 'unknown'],
    ['toString', 'unknown'],
    ['', undefined],
  ])('%s of CUR 2.0 is %s', (kind, category) => {
    expect(of('cur-2.0', kind)).toBe(category);
  });

  test.each([
    ['Usage', 'usage'],
    ['Purchase', 'purchase'],
    ['Tax', 'tax'],
    ['Credit', 'credit'],
    ['Adjustment', 'adjustment'],
    ['Refund', 'unknown'],
    ['', undefined],
  ])('%s of FOCUS is %s', (kind, category) => {
    expect(of('focus-1.0', kind)).toBe(category);
  });

  test('is a refund where it corrects an earlier bill and is not above zero, and else an adjustment', () => {
    expect(of('cur-2.0', 'Refund', { cost: -5n })).toBe('refund, corrects');
    expect(of('cur-2.0', 'Refund', { cost: 0n })).toBe('refund, corrects');
    expect(of('cur-2.0', 'Usage', { class: 'Refund', cost: -5n })).toBe('refund, corrects');
    expect(of('cur-2.0', 'Usage', { class: 'Correction', cost: -5n })).toBe('usage');
    expect(of('focus-1.0', 'Usage', { class: 'Correction', cost: -5n })).toBe('refund, corrects');
    expect(of('focus-1.0', 'Usage', { class: 'Correction' })).toBe('adjustment, corrects');
    expect(of('focus-1.0', 'Usage', { class: 'Refund', cost: -5n })).toBe('usage');
  });

  test('of tax and credits remains also where they correct an earlier bill', () => {
    expect(['Tax', 'Credit'].map((kind) => of('focus-1.0', kind, { class: 'Correction', cost: -5n }))).toEqual([
      ...['tax, corrects', 'credit, corrects'],
    ]);
  });

  test('of a support plan is support, whatever the bill calls it', () => {
    const product = 'AWSSupportBusiness';
    expect([of('cur-2.0', 'Fee', { product }), of('focus-1.0', 'Usage', { product })]).toEqual(['support', 'support']);
    expect(of('cur-2.0', 'Tax', { product })).toBe('tax');
  });
});
