import type { PeriodState } from '../../../layers/records/ledger/domain/period-state.ts';
import { newPeriod } from '../domain/periods/period.ts';
import { priceChangeSchema } from '../domain/pricing/price-change.ts';
import { judgePriceChange } from './judge-price-change.ts';

const change = (more: object = {}) =>
  priceChangeSchema.parse({
    ...{ region: 'us-east-1', currency: 'USD', decidedOn: '2026-11-21', source: 'AWS Price List', reason: 'Lower' },
    prices: { 'dynamodb-write': { per: 1_000_000, tiers: [{ price: '0.60' }] } },
    ...more,
  });
const now = Date.parse('2026-11-26T12:00:00Z');
const judged = (begins: string, states: Record<string, PeriodState> = {}, more: object = {}, region = 'us-east-1') => {
  const list = async (from: string, to: string) =>
    Object.entries(states).flatMap(([month, state]) =>
      month >= from && month <= to ? [{ ...newPeriod(month), state }] : [],
    );
  return judgePriceChange({ periods: { list }, region }, change(more), { begins: Date.parse(begins), now });
};
const monthsHeld = async (begins: string, states: Record<string, PeriodState> = {}) => {
  const found = await judged(begins, states);
  return 'refused' in found ? found.detail : found.checks.map((check) => 'check' in check && check.check.sk);
};

test('a change locks every month from its own on, including the current one, in the write; a future one locks none', async () => {
  const held = await monthsHeld('2026-09-15T00:00:00Z', {
    '2026-08': 'closed',
    '2026-09': 'metered',
    '2026-10': 'open',
  });
  expect(held).toEqual(['2026-09', '2026-10', '2026-11'].map((month) => expect.stringContaining(month)));
  expect(await monthsHeld('2026-12-01T00:00:00Z')).toEqual([]);
  expect(await monthsHeld('2024-11-01T00:00:00Z')).toHaveLength(25);
});

test.each(['reconciled', 'approved', 'closed'] as const)(
  'it begins neither inside a period that is %s nor before one',
  async (state) => {
    for (const begins of ['2026-10-01T00:00:00Z', '2026-10-31T23:59:59Z', '2026-08-01T00:00:00Z']) {
      expect(await judged(begins, { '2026-10': state })).toMatchObject({
        ...{ refused: 'period-written', pointer: '/body/effectiveFrom' },
        detail: expect.stringContaining(`The period 2026-10 is ${state}`),
      });
    }
    expect(await judged('2026-11-01T00:00:00Z', { '2026-10': state })).toMatchObject({ checks: [expect.anything()] });
  },
);

test('it is for the region and the currency of the shipped book at that time', async () => {
  const begins = '2026-12-01T00:00:00Z';
  expect(await judged(begins, {}, { region: 'eu-west-1' })).toMatchObject({ refused: 'no-such-book' });
  expect(await judged(begins, {}, { currency: 'EUR' })).toMatchObject({ refused: 'no-such-book' });
  expect(await judged(begins, {}, {}, 'mars-1')).toMatchObject({ refused: 'no-such-book' });
  expect(await judged('2024-10-31T00:00:00Z')).toMatchObject({ refused: 'no-such-book' });
});

test('it reaches back up to 24 months, because all are in one write', async () => {
  const later = Date.parse('2027-03-01T00:00:00Z');
  const periods = { list: async () => [] };
  const at = (begins: string) =>
    judgePriceChange({ periods, region: 'us-east-1' }, change(), { begins: Date.parse(begins), now: later });
  expect(await at('2025-03-01T00:00:00Z')).toMatchObject({ checks: expect.anything() });
  expect(await at('2025-02-28T00:00:00Z')).toMatchObject({ refused: 'in-the-past' });
});
