/** A row of a FOCUS file: its cells by column, empty where there is no value. */
export type FocusRow = Record<string, string>;

/** FOCUS 1.2's subcategories by category (specification, ServiceSubcategory, allowed values). */
const subcategories: Record<string, readonly string[]> = {
  'AI and Machine Learning': [
    ...['AI Platforms', 'Bots', 'Generative AI', 'Machine Learning', 'Natural Language Processing'],
    'Other (AI and Machine Learning)',
  ],
  Analytics: [
    ...['Analytics Platforms', 'Business Intelligence', 'Data Processing', 'Search', 'Streaming Analytics'],
    'Other (Analytics)',
  ],
  'Business Applications': ['Productivity and Collaboration', 'Other (Business Applications)'],
  Compute: [
    ...['Containers', 'End User Computing', 'Quantum Compute', 'Serverless Compute', 'Virtual Machines'],
    'Other (Compute)',
  ],
  Databases: [
    ...['Caching', 'Data Warehouses', 'Ledger Databases', 'NoSQL Databases', 'Relational Databases'],
    ...['Time Series Databases', 'Other (Databases)'],
  ],
  Identity: ['Identity and Access Management', 'Other (Identity)'],
  Integration: ['API Management', 'Messaging', 'Workflow Orchestration', 'Other (Integration)'],
  'Management and Governance': [
    ...['Architecture', 'Compliance', 'Cost Management', 'Data Governance', 'Disaster Recovery', 'Endpoint Management'],
    ...['Observability', 'Support', 'Other (Management and Governance)'],
  ],
  Networking: [
    ...['Application Networking', 'Content Delivery', 'Network Connectivity', 'Network Infrastructure'],
    ...['Network Routing', 'Network Security', 'Other (Networking)'],
  ],
  Security: ['Secret Management', 'Security Posture Management', 'Threat Detection and Response', 'Other (Security)'],
  Storage: [
    ...['Backup Storage', 'Block Storage', 'File Storage', 'Object Storage', 'Storage Platforms', 'Other (Storage)'],
  ],
  Web: ['Application Platforms', 'Other (Web)'],
  Other: ['Other (Other)'],
};

/** The required columns of every FOCUS 1.2 file, and those for providers with sub-accounts and usage. */
const wanted = [
  ...['BilledCost', 'BillingAccountId', 'BillingAccountName', 'BillingCurrency', 'BillingPeriodEnd'],
  ...['BillingPeriodStart', 'ChargeCategory', 'ChargeClass', 'ChargeDescription', 'ChargePeriodEnd'],
  ...['ChargePeriodStart', 'ContractedCost', 'EffectiveCost', 'InvoiceIssuerName', 'ListCost', 'PricingQuantity'],
  ...['PricingUnit', 'ProviderName', 'PublisherName', 'ServiceCategory', 'ServiceName'],
  ...['ConsumedQuantity', 'ConsumedUnit', 'SubAccountId', 'SubAccountName'],
  ...['ChargeFrequency', 'InvoiceId', 'ServiceSubcategory'],
];
const nullable = ['ChargeClass', 'ConsumedQuantity', 'ConsumedUnit', 'InvoiceId', 'PricingQuantity', 'PricingUnit'];
const costs = ['BilledCost', 'ContractedCost', 'EffectiveCost', 'ListCost'];
const quantities = ['ConsumedQuantity', 'PricingQuantity'];
const times = ['BillingPeriodEnd', 'BillingPeriodStart', 'ChargePeriodEnd', 'ChargePeriodStart'];

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
const isTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && new Date(text).toISOString() === text.replace('Z', '.000Z');
const isMidnight = (text: string): boolean => text.endsWith('T00:00:00Z');
const isFirst = (text: string): boolean => /-01T00:00:00Z$/.test(text);

type Rule = [id: string, holds: (row: FocusRow) => boolean];

const of = (row: FocusRow, column: string): string => row[column] ?? '';
const priced = (row: FocusRow): boolean =>
  ['Usage', 'Purchase'].includes(of(row, 'ChargeCategory')) && of(row, 'ChargeClass') === '';
const together = (one: string, other: string) => (row: FocusRow) => (of(row, one) === '') === (of(row, other) === '');

const rules: readonly Rule[] = [
  ...wanted
    .filter((column) => !nullable.includes(column))
    .map((column): Rule => [`${column} is not null`, (row) => of(row, column).trim() !== '']),
  ...costs.map((column): Rule => [`${column} is a decimal`, (row) => isNumber(of(row, column))]),
  ...quantities.map(
    (column): Rule => [`${column} is a decimal`, (row) => of(row, column) === '' || isNumber(of(row, column))],
  ),
  ...times.map((column): Rule => [`${column} is an instant in UTC`, (row) => isTime(of(row, column))]),
  ['no placeholder stands for null', (row) => !Object.values(row).some((cell) => /^(null|n\/a|none|-)$/i.test(cell))],
  ['BillingCurrency is of ISO 4217', (row) => /^[A-Z]{3}$/.test(of(row, 'BillingCurrency'))],
  [
    'ChargeCategory is allowed',
    (row) => ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'].includes(of(row, 'ChargeCategory')),
  ],
  ['ChargeClass is Correction or null', (row) => ['', 'Correction'].includes(of(row, 'ChargeClass'))],
  [
    'ChargeFrequency is allowed, a purchase never by use',
    (row) =>
      ['One-Time', 'Recurring', 'Usage-Based'].includes(of(row, 'ChargeFrequency')) &&
      !(of(row, 'ChargeCategory') === 'Purchase' && of(row, 'ChargeFrequency') === 'Usage-Based'),
  ],
  [
    'ServiceSubcategory is of its ServiceCategory',
    (row) => subcategories[of(row, 'ServiceCategory')]?.includes(of(row, 'ServiceSubcategory')) === true,
  ],
  ['periods are of whole months and days', (row) => isFirst(of(row, 'BillingPeriodStart'))],
  [
    'the billing period ends, exclusively, a month later',
    (row) => {
      const start = new Date(of(row, 'BillingPeriodStart'));
      const next = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1);
      return Date.parse(of(row, 'BillingPeriodEnd')) === next;
    },
  ],
  [
    'the charge period ends, exclusively, after it starts',
    (row) =>
      isMidnight(of(row, 'ChargePeriodEnd')) &&
      Date.parse(of(row, 'ChargePeriodStart')) < Date.parse(of(row, 'ChargePeriodEnd')),
  ],
  [
    'the charge period is within the billing period, but for corrections',
    (row) =>
      of(row, 'ChargeClass') === 'Correction' ||
      (of(row, 'ChargePeriodStart') >= of(row, 'BillingPeriodStart') &&
        of(row, 'ChargePeriodEnd') <= of(row, 'BillingPeriodEnd')),
  ],
  [
    'a correction is of an earlier billing period',
    (row) => of(row, 'ChargeClass') === '' || of(row, 'ChargePeriodEnd') <= of(row, 'BillingPeriodStart'),
  ],
  ['PricingQuantity is there for use and purchases', (row) => !priced(row) || of(row, 'PricingQuantity') !== ''],
  [
    'PricingQuantity is not there for tax',
    (row) => of(row, 'ChargeCategory') !== 'Tax' || of(row, 'PricingQuantity') === '',
  ],
  ['PricingUnit goes with PricingQuantity', together('PricingUnit', 'PricingQuantity')],
  [
    'ConsumedQuantity is there for use',
    (row) =>
      of(row, 'ChargeCategory') !== 'Usage' || of(row, 'ChargeClass') !== '' || of(row, 'ConsumedQuantity') !== '',
  ],
  [
    'ConsumedQuantity is of nothing but use',
    (row) => of(row, 'ChargeCategory') === 'Usage' || of(row, 'ConsumedQuantity') === '',
  ],
  ['ConsumedUnit goes with ConsumedQuantity', together('ConsumedUnit', 'ConsumedQuantity')],
  ['SubAccountName goes with SubAccountId', together('SubAccountName', 'SubAccountId')],
  [
    'costs of what is neither use nor a purchase are what is billed',
    (row) =>
      ['Usage', 'Purchase'].includes(of(row, 'ChargeCategory')) ||
      costs.every((column) => Number(of(row, column)) === Number(of(row, 'BilledCost'))),
  ],
  ['what is billed is on an invoice', (row) => Number(of(row, 'BilledCost')) === 0 || of(row, 'InvoiceId') !== ''],
];

const headFaults = (columns: readonly string[]): string[] => {
  const ours = columns.findIndex((column) => column.startsWith('x_'));
  return [
    ...wanted.filter((column) => !columns.includes(column)).map((column) => `${column} is there`),
    ...(columns.every((column) => /^(x_)?[A-Z][A-Za-z]{0,47}$/.test(column)) ? [] : ['columns are in Pascal case']),
    ...(new Set(columns).size === columns.length ? [] : ['no column stands twice']),
    ...(columns.slice(ours).every((column) => ours < 0 || column.startsWith('x_')) ? [] : ['own columns come last']),
  ];
};

const serviceFaults = (rows: readonly FocusRow[]): string[] => {
  const kinds = Map.groupBy(rows, (row) => of(row, 'ServiceName'));
  const several = [...kinds.values()].some(
    (own) => new Set(own.map((row) => `${of(row, 'ServiceCategory')}/${of(row, 'ServiceSubcategory')}`)).size > 1,
  );
  return several ? ['a service has one category and subcategory'] : [];
};

/**
 * Returns the rules of FOCUS 1.2 (Cost and Usage, specification v1.2) that a file violates, each once, in our own wording. It is
 * written from the specification, independently of the code that makes the file. Takes the columns in order and the rows. Rules
 * on features that we lack (commitments, reservations, regions, price lists) are omitted.
 */
export const brokenFocusRules = (columns: readonly string[], rows: readonly FocusRow[]): string[] => [
  ...headFaults(columns),
  ...rules.filter(([, holds]) => !rows.every(holds)).map(([id]) => id),
  ...serviceFaults(rows),
];
