import type { ReportLine } from '../usage-report/model.ts';
import { calibrate } from './calibrate.ts';
import { effectOnMembers } from './effect-on-members.ts';
import type { BillException, Reconciliation, ServiceRow } from './reconciliation.ts';

const ONE = 10n ** 12n;

const line = (member: string, charges: ReportLine['charges'], over: Partial<ReportLine> = {}): ReportLine => ({
  ...{ category: 'direct', pool: 'own', member, service: 'search', operation: 'search', events: 1, succeeded: 1 },
  ...{ charges, amount: charges.reduce((sum, { amount }) => sum + amount, 0n), ...over },
});
const charge = (meter: 'sqs-request' | 'lambda-request' | 'lambda-gb-second', units: number) => ({
  ...{ meter, quantity: 1n, amount: BigInt(units) * ONE },
});
const key = {
  ...{ name: 'equal', version: '1' },
  weights: new Map([
    ['law', 1],
    ['abbey', 3],
    ['guest', 0],
  ]),
};

describe('What a difference adds to members', () => {
  const lines = [
    ...[
      line('law', [charge('sqs-request', 6), charge('lambda-request', 1)]),
      line('abbey', [charge('sqs-request', 2)]),
    ],
    ...[line('abbey', [charge('lambda-gb-second', 3)]), line('zoo', [charge('sqs-request', 0)])],
  ];
  const rows = [{ service: 'SQS' }, { service: 'Lambda' }] as ServiceRow[];
  const reconciliation = { rows } as Reconciliation;
  const effect = (kind: BillException['kind'], over: Partial<BillException> = {}) =>
    effectOnMembers({ id: 'x', kind, service: 'SQS', difference: 8n, ...over }, { lines, key, reconciliation }).map(
      ({ member, amount }) => `${member} ${amount}`,
    );

  test.each(['beyond-tolerance', 'day-differs', 'days-differ', 'missing-day', 'unmetered-day', 'not-billed'] as const)(
    'follows the use of the service for %s',
    (kind) => {
      expect(effect(kind)).toEqual(['abbey 2', 'law 6']);
      expect(effect(kind, { service: 'Lambda' })).toEqual(['abbey 6', 'law 2']);
    },
  );

  test.each(['not-metered', 'unknown', 'tax', 'support', 'credit', 'late-usage'] as const)(
    'follows the key for %s',
    (kind) => {
      expect(effect(kind)).toEqual(['abbey 6', 'law 2']);
    },
  );

  test('follows the use where use is restated, and the key for every other restated kind and service', () => {
    expect(effect('restated', { category: 'usage' })).toEqual(['abbey 2', 'law 6']);
    expect(effect('restated', { category: 'tax' })).toEqual(['abbey 6', 'law 2']);
    expect(effect('day-differs', { service: 'KMS' })).toEqual(['abbey 6', 'law 2']);
    expect(effect('day-differs', { difference: -4n })).toEqual(['abbey -1', 'law -3']);
  });

  test('is nothing for the sum of small differences, which are each of another kind', () => {
    expect(effect('small-together')).toEqual([]);
    expect(effect('day-differs', { difference: 1n })).toEqual(['law 1']);
  });
});

describe('A month calibrated to its bill', () => {
  const lines = [
    ...[
      line('law', [charge('sqs-request', 6), charge('lambda-request', 1)]),
      line('abbey', [charge('sqs-request', 2)]),
    ],
  ];
  const rows = [
    { service: 'SQS', billed: 4n * ONE },
    { service: 'Lambda', billed: 2n * ONE },
  ] as ServiceRow[];
  const billedOnly = [{ id: 'support:AWS', category: 'support' as const, service: 'AWS', usageType: '', cost: ONE }];
  const calibrated = calibrate(lines, { rows, billedOnly } as unknown as Reconciliation, key);

  test('has each charge by the factor of its row, and what no meter counts as a line of each member with a weight', () => {
    const [law, abbey, ...shared] = calibrated.lines;
    expect(law).toEqual({
      ...lines[0],
      ...{ amount: 5n * ONE, metered: 7n * ONE },
      charges: [
        { meter: 'sqs-request', quantity: 1n, amount: 3n * ONE },
        { meter: 'lambda-request', quantity: 1n, amount: 2n * ONE },
      ],
    });
    expect([abbey?.amount, abbey?.metered]).toEqual([ONE, 2n * ONE]);
    const common = {
      category: 'shared',
      pool: 'billed',
      service: 'platform',
      operation: 'support:AWS',
      billedAs: 'support',
    };
    const none = { events: 0, succeeded: 0, charges: [], metered: 0n };
    expect(shared).toEqual([
      { ...common, ...none, member: 'law', amount: ONE / 4n },
      { ...common, ...none, member: 'abbey', amount: (3n * ONE) / 4n },
    ]);
  });

  test('sums to the bill, also rounded for each member and line, members in order', () => {
    expect(calibrated.total).toBe(7n * ONE);
    expect(calibrated.rounded.whole).toBe(700);
    expect([...calibrated.rounded.members]).toEqual([
      ['abbey', { total: 175, lines: [100, 75] }],
      ['law', { total: 525, lines: [500, 25] }],
    ]);
    const yen = calibrate(lines, { rows, billedOnly } as unknown as Reconciliation, key, 0);
    expect(yen.rounded.whole).toBe(7);
  });
});
