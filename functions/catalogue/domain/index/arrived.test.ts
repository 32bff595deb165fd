import { makeId } from '../../../../layers/kernel/identity/id.ts';
import { arrivedFrom, arrivedOf } from './arrived.ts';

const bytes = new Uint8Array(10);
const at = (day: string): number => Date.parse(`${day}T12:00:00.000Z`);
const item = (time: number): string => makeId('item', time, bytes);
const record = makeId('record', at('2026-01-01'), bytes);

test('a record arrives with its first copy, whatever copies follow, and on one day the later publication comes first', () => {
  const first = arrivedOf([item(at('2026-03-02')), item(at('2026-02-01'))], record, 1990);
  expect(first).toBe(arrivedFrom(at('2026-02-01')) + 1990);
  expect(arrivedOf([item(at('2026-02-01'))], record, 2026)).toBe((first ?? 0) + 36);
  expect(first).toBeLessThan(arrivedFrom(at('2026-02-02')));
});

test('copies of an old system are no arrivals, a record without copies arrives when it is made, and the value fits a number of the engine', () => {
  expect(arrivedOf([item(0), item(at('2026-03-02'))], record, 2020)).toBe(2020);
  expect(arrivedOf([], record)).toBe(arrivedFrom(at('2026-01-01')));
  expect(arrivedOf([], 'rec_1', 2020)).toBeUndefined();
  expect(arrivedOf([item(at('2500-01-01'))], record, 20_000)).toBeLessThan(2 ** 31);
});
