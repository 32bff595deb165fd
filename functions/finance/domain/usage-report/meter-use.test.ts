import { countNames, countsBy } from '../../../../layers/kernel/usage/units.ts';
import { priceBooks } from '../pricing/books.ts';
import type { Meter } from '../pricing/meters.ts';
import { type IdleReading, idleCostsOfReadings } from './idle-readings.ts';
import { meterUse } from './meter-use.ts';

/** The possible nodes of a deployment: each type's hours are a separate meter. */
const nodes = ['t3.small', 't3.medium', 'm7g.medium', 'm7g.large', 'or1.large'].map((name) => `${name}.search`);
const resources = (instanceType: string): IdleReading => ({
  day: '2026-11-01',
  search: { instanceType, instances: 1, storageGb: 10 },
  ...{ alarms: 1, dashboards: 1, kmsKeys: 1, firewall: { acls: 1, rules: 1 }, secrets: 1, sip2Gateways: 1 },
  ...{ tableBytes: 1e9, objectBytes: 1e9, rareBytes: 1e9, logBytes: 1e9 },
});
const idle = new Set<Meter>(
  nodes.flatMap((node) => idleCostsOfReadings('2026-11', [resources(node)], '2026-11-30').map(({ meter }) => meter)),
);
// Our streams are read by functions, which is free: the price is in the book for other readers.
const free: Meter[] = ['dynamodb-stream-read'];

test.each(priceBooks)(
  'every meter that $version of $region prices is either metered by use or idle, and none is both',
  ({ prices }) => {
    const used = [...meterUse(countsBy(() => 1)).keys()];
    expect(used.filter((meter) => idle.has(meter) || free.includes(meter))).toEqual([]);
    expect([...used, ...idle, ...free].toSorted()).toEqual(Object.keys(prices).toSorted());
  },
);

test('every count has a meter, except those of the search domain, which is idle cost, and of free inbound bytes', () => {
  const turning = countNames.filter((name) => meterUse(countsBy((other) => (other === name ? 1 : 0))).size > 0);
  expect(countNames.filter((name) => !turning.includes(name))).toEqual(['indexCalls', 'searchMs', 'bytesIn']);
});

test('signatures and events on the bus are billed one by one', () => {
  const use = meterUse(countsBy((name) => (name === 'signatures' ? 3 : name === 'busEvents' ? 2 : 0)));
  expect([...use]).toEqual([
    ['kms-signature', 3n * 10n ** 6n],
    ['event-published', 2n * 10n ** 6n],
  ]);
});
