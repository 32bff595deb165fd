import { billedBy } from './billed-by.ts';

const months = ['2026-02', '2026-03', '2026-04', '2026-05'];
const version = (number: number, effectiveFrom: string, endsLater?: true) => ({
  version: number,
  effectiveFrom,
  ...(endsLater && { endsLater }),
});
const march = { effectiveFrom: '2026-03-05T00:00:00.000Z' };

test('a billing policy affects the months from its own on, until one that begins later is in force at their end', () => {
  const adopted = [version(1, '2026-01-01T00:00:00.000Z'), version(2, '2026-04-20T00:00:00.000Z')];
  expect(months.filter(billedBy(march, adopted))).toEqual(['2026-03']);
});

test('finding C2: one that ends the later ones affects all months from its own on', () => {
  const adopted = [version(1, '2026-01-01T00:00:00.000Z'), version(2, '2026-03-20T00:00:00.000Z')];
  expect(months.filter(billedBy(march, adopted))).toEqual([]);
  expect(months.filter(billedBy({ ...march, endsLater: true }, adopted))).toEqual(['2026-03', '2026-04', '2026-05']);
});

test('finding C2: a version that was ended before it began limits no other', () => {
  const adopted = [version(1, '2026-04-20T00:00:00.000Z'), version(2, '2026-02-01T00:00:00.000Z', true)];
  expect(months.filter(billedBy(march, adopted))).toEqual(['2026-03', '2026-04', '2026-05']);
});
