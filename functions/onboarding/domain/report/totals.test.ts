import fc from 'fast-check';
import { keyGatherer, readKeySet } from '../files/key-set.ts';
import { placeGatherer } from '../files/queue-places.ts';
import { compareTotals } from './control-totals.ts';
import { addTallies, countRow, noTally, type RowCount, type Tally } from './tally.ts';

const rowCount: fc.Arbitrary<RowCount> = fc.record({
  did: fc.constantFrom('created' as const, 'changed' as const, 'unchanged' as const, 'rejected' as const),
  amount: fc.option(fc.integer({ min: -10_000, max: 10_000 }), { nil: undefined }),
  codes: fc.dictionary(fc.constantFrom('type', 'branch'), fc.constantFrom('A', 'B', '__proto__')),
  unmapped: fc.constantFrom([], [{ list: 'billTypes' as const, code: 'X' }]),
  reasons: fc.constantFrom([], ['unmapped' as const]),
  warnings: fc.constantFrom([], ['card-shared' as const]),
});
const tallied = (rows: readonly RowCount[]): Tally => {
  const tally = noTally();
  for (const row of rows) countRow(tally, row);
  return tally;
};

test('parts sum to the whole, and accepted plus rejected to what was read, in rows and in money', () => {
  fc.assert(
    fc.property(fc.array(rowCount, { maxLength: 30 }), fc.integer({ min: 0, max: 30 }), (rows, at) => {
      const whole = tallied(rows);
      expect(addTallies([tallied(rows.slice(0, at)), tallied(rows.slice(at))])).toEqual(whole);
      expect(whole.accepted + whole.rejected).toBe(whole.read);
      expect(whole.created + whole.changed + whole.unchanged).toBe(whole.accepted);
      const rejected = rows.filter(({ did }) => did === 'rejected').reduce((sum, { amount = 0 }) => sum + amount, 0);
      expect(whole.sumAccepted + rejected).toBe(whole.sum);
    }),
  );
});

test('control totals agree with what was accepted, or the whole difference is named', () => {
  const theirs = fc.integer({ min: 0, max: 50 });
  fc.assert(
    fc.property(fc.array(rowCount, { maxLength: 30 }), theirs, theirs, (rows, records, sum) => {
      const codes = { type: { A: { records: 3 }, never: { sum: 5 } } };
      for (const one of compareTotals({ records, sum, codes }, tallied(rows))) {
        expect(one.theirs - one.accepted).toBe(one.missing + one.rejected);
        expect(one.agrees).toBe(one.theirs === one.read && one.read === one.accepted);
      }
    }),
  );
  const paid: RowCount = { did: 'created', amount: 250, codes: { type: 'A' }, unmapped: [], reasons: [], warnings: [] };
  const totals = { records: 2, sum: 500, codes: { type: { A: { records: 2, sum: 500 } } } };
  expect(compareTotals(totals, tallied([paid, paid])).every(({ agrees }) => agrees)).toBe(true);
  expect(compareTotals(totals, tallied([paid, { ...paid, did: 'rejected' }]))).toMatchObject([
    { of: 'records', theirs: 2, read: 2, accepted: 1, missing: 0, rejected: 1, agrees: false },
    { of: 'sum', theirs: 500, read: 500, accepted: 250, missing: 0, rejected: 250, agrees: false },
    { of: 'records', column: 'type', code: 'A', agrees: false },
    { of: 'sum', column: 'type', code: 'A', agrees: false },
  ]);
});

test('keys are recognised again, and duplicates are reported with the first line of each', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 0n, max: 40n }), { maxLength: 60 }), (keys) => {
      const gatherer = keyGatherer();
      for (const [line, key] of keys.entries()) gatherer.add(key, line);
      const set = readKeySet([gatherer.bytes()]);
      expect(set.size).toBe(new Set(keys).size);
      for (let key = 0n; key <= 41n; key += 1n) expect(set.has(key)).toBe(keys.includes(key));
      const twins = keys.flatMap((key, line) => (keys.indexOf(key) < line ? [{ line, of: keys.indexOf(key) }] : []));
      expect(gatherer.duplicates()).toEqual(twins);
    }),
  );
  const many = keyGatherer();
  for (let key = 5000; key > 0; key -= 1) many.add(BigInt(key), key);
  expect(readKeySet([many.bytes(), new Uint8Array()])).toMatchObject({ size: 5000 });
});

test('old queue places remain, and only holds that contradict them are moved', () => {
  const hold = fc.record({ record: fc.bigInt({ min: 0n, max: 2n }), at: fc.integer({ min: 0, max: 20 }) });
  fc.assert(
    fc.property(fc.array(hold, { maxLength: 20 }), (holds) => {
      const places = placeGatherer();
      // The place of a line is its order among those of its record.
      for (const [line, { record, at }] of holds.entries()) places.add(record, line + 1, at, line);
      const moved = places.moved();
      for (const record of [0n, 1n, 2n]) {
        const own = holds.flatMap((one, line) => (one.record === record ? [{ ...one, line }] : []));
        const queue = own.map(({ at, line }) => moved.get(line) ?? at);
        expect(queue.every((at, i) => i === 0 || at > (queue[i - 1] ?? 0))).toBe(true);
        for (const { at, line } of own) expect(moved.get(line) ?? at).toBeGreaterThanOrEqual(at);
      }
    }),
  );
  const sound = placeGatherer();
  for (const [i, at] of [10, 20, 30].entries()) sound.add(1n, i + 1, at, i);
  expect(sound.moved().size).toBe(0);
});
