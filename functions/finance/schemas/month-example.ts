import type { MonthView } from '../domain/usage-report/month-view.ts';

const zero = { shown: '0.000000', exact: '0.000000000000' };
const cost = { shown: '12.500000', exact: '12.500000000000' };

/** A month of one member, for examples in contracts. */
export const exampleMonth: MonthView = {
  month: '2026-11',
  member: 'riverton',
  currency: 'USD',
  minorDigits: 2,
  priceBook: {
    version: 'us-east-1/2024-11-01/8',
    region: 'us-east-1',
    effectiveFrom: '2024-11-01',
    source: 'AWS list prices',
  },
  attributionPolicy: 'attribution/1',
  key: { name: 'equal', version: 'default' },
  provisionalUntil: '2026-12-10',
  synthetic: false,
  total: cost,
  rounded: 1250,
  members: [
    {
      member: 'riverton',
      amounts: { direct: cost, shared: zero, idle: zero, unattributed: zero },
      total: cost,
      roundedAmounts: { direct: 1250, shared: 0, idle: 0, unattributed: 0 },
      rounded: 1250,
    },
  ],
  services: [
    {
      category: 'direct',
      pool: 'own',
      member: 'riverton',
      service: 'circulation',
      events: 42_000,
      succeeded: 41_160,
      amount: cost,
    },
  ],
  metering: { amount: { shown: '0.212500', exact: '0.212500000000' }, percent: '1.70' },
  prices: [
    {
      meter: 'dynamodb-write',
      quantity: '20000000.000000',
      unit: 'write request unit',
      amount: cost,
      unitPrice: { shown: '0.000001', exact: '0.000000625000' },
    },
  ],
  unitCosts: [
    { name: 'checkout', events: 41_160, amount: cost, perEvent: { shown: '0.000304', exact: '0.000303692906' } },
  ],
};

/** A line of it, by operation. */
export const exampleOperation = {
  category: 'direct' as const,
  pool: 'own' as const,
  member: 'riverton',
  service: 'circulation' as const,
  operation: 'circulation-check-out',
  events: 42_000,
  succeeded: 41_160,
  units: [{ meter: 'dynamodb-write' as const, quantity: '20000000.000000', unit: 'write request unit', amount: cost }],
  amount: cost,
};
