import type { EstimateView } from '../domain/estimate/view-schema.ts';

const money = (exact: string) => ({ shown: exact.slice(0, -6), exact });

/** An estimate, for the example in the contract: its lines are the most expensive of each kind. */
export const exampleEstimate: EstimateView = {
  month: '2026-11',
  currency: 'USD',
  priceBook: {
    version: 'us-east-1/2024-11-01/8',
    region: 'us-east-1',
    effectiveFrom: '2024-11-01',
    source: 'AWS list prices',
  },
  workload: {
    ...{ members: 40, checkoutsAYear: 2_000_000, records: 3_000_000, items: 3_750_000, patrons: 200_000 },
    ...{
      searchesPerCheckout: 4.76,
      loanRequestsAYear: 12_878,
      emailsPerCheckout: 0.5,
      textsPerCheckout: 0,
      filesGb: 2,
      monthsInService: 12,
    },
  },
  assumed: [{ name: 'items', value: 3_750_000, source: '1.25 a record, as in the demo consortium' }],
  total: money('388.250000000000'),
  variable: money('32.720000000000'),
  services: [{ service: 'circulation', events: 936_536, amount: money('12.594096000000') }],
  operations: [
    {
      ...{ service: 'circulation', operation: 'circulation-check-out', events: 170_167 },
      ...{ amount: money('1.304631000000'), perEvent: money('0.000007666768') },
    },
  ],
  idle: [
    {
      ...{ id: 'search-domain', meter: 'search-m7g-large-hour', title: 'Search domain, hours' },
      ...{ quantity: '2160.000000', unit: 'instance-hour' },
      amount: money('293.760000000000'),
    },
  ],
  metering: {
    ...{ work: money('10.322492000000'), logged: money('0.880000000000') },
    ...{ stored: money('0.552643000000'), amount: money('11.755135000000') },
    ...{ percentOfTotal: '3.03', percentOfVariable: '35.93', requestsABatch: 1.29 },
  },
  stored: {
    records: 6_000_000_000,
    items: 3_975_000_000,
    patrons: 470_000_000,
    evidence: 1_320_000_000,
    packed: 141_000_000,
  },
  search: { instanceType: 'm7g.large.search', instances: 3, storageGb: 100, neededGb: 5.03, holdsIndex: true },
  growth: [{ name: 'checkoutsAYear', service: 'circulation', adds: money('1.259467000000') }],
  whole: {
    costs: {
      ...{ staffHoursAMonth: 60, hourRate: 60, supportPercent: 10, supportLeastAMonth: 100, contractAYear: 0 },
      ...{
        textNumberAMonth: 0,
        gateways: 40,
        gatewayAYear: 80,
        paymentsAYear: 10_000,
        paymentFee: 0.59,
        coversAYear: 0,
      },
      ...{ migrationHoursALibrary: 40, trainingHoursALibrary: 16, useGrowthPercent: 0, priceGrowthPercent: 0 },
      ...{ todayAYear: 600_000, todayGrowthPercent: 0 },
    },
    assumed: [{ name: 'gateways', value: 40, source: 'chosen: one for each library' }],
    lines: [
      { line: 'staff', once: false, years: [4_320_000, 4_320_000, 4_320_000, 4_320_000, 4_320_000], sum: 21_600_000 },
      { line: 'migration', once: true, years: [9_600_000, 0, 0, 0, 0], sum: 9_600_000 },
    ],
    years: [13_920_000, 4_320_000, 4_320_000, 4_320_000, 4_320_000],
    sum: 31_200_000,
    today: {
      ...{ years: [60_000_000, 60_000_000, 60_000_000, 60_000_000, 60_000_000], sum: 300_000_000 },
      saved: 268_800_000,
    },
    checkout: {
      ...{ marginal: money('0.000007000000'), cloud: money('0.002329500000') },
      whole: money('0.031200000000'),
    },
    shares: [{ size: 'large', count: 4, loans: 200_000, fees: { equal: 156_000, loans: 624_000, half: 390_000 } }],
    published: [
      {
        ...{ example: 'evergreen-1m', amount: 682_500, currency: 'USD' },
        source: 'evergreenindiana.org/?p=5728, February 2023',
      },
    ],
  },
};
