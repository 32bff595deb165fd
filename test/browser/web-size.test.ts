import { measureWeb } from '../../bench/web-size.ts';

test('the first load of every room is within its budget, in whatever language', () => {
  const rows = measureWeb() ?? [];
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.filter(({ within }) => !within)).toEqual([]);
});
