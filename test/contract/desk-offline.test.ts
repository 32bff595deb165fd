import fc from 'fast-check';
import { nextScan, type OfflineScan } from '../../web/src/features/circulation/desk/offline/next-scan.ts';

const scanned = fc.record({
  kind: fc.constantFrom('out', 'in', 'renew'),
  item: fc.constantFrom('31', '32'),
  card: fc.constantFrom('21', '22'),
  // The clock of a desk may be set back between two scans.
  at: fc.integer({ min: 0, max: 9 }).map((minute) => `2026-03-02T11:0${minute}:00.000Z`),
});

const queued = (scans: readonly Omit<OfflineScan, 'key' | 'branchId'>[]): OfflineScan[] => {
  const queue: OfflineScan[] = [];
  for (const scan of scans) {
    const next = nextScan(queue, { ...scan, branchId: 'riverton.main' });
    if (next) queue.push(next);
  }
  return queue;
};

test('scans without a network stay in the order of scanning, each with its own key and a later time, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(scanned, { maxLength: 12 }), (scans) => {
      const queue = queued(scans);
      const times = queue.map(({ at }) => at);
      expect(times).toEqual([...new Set(times)].toSorted());
      expect(new Set(queue.map(({ key }) => key)).size).toBe(queue.length);
    }),
  );
});

test('a scanner that reads an item twice enters it once, unless something else was done with it between', () => {
  const at = '2026-03-02T11:00:00.000Z';
  const back = { kind: 'in', item: '31', at } as const;
  const lent = { kind: 'out', item: '31', card: '21', at } as const;
  expect(queued([back, back]).length).toBe(1);
  expect(queued([lent, { ...back, item: '32' }, lent]).length).toBe(2);
  expect(queued([lent, { ...lent, card: '22' }]).length).toBe(2);
  const used = { kind: 'use', item: '31', at } as const;
  expect(queued([used, used, { ...used, at: '2026-03-02T11:02:00.000Z' }]).length).toBe(2);
  expect(queued([back, lent, back]).map(({ kind }) => kind)).toEqual(['in', 'out', 'in']);
});
