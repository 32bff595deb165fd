import { measureWeb } from '../../bench/web-size.ts';

test('the first load of every page is within its budget, in any language', () => {
  const rows = measureWeb() ?? [];
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.filter(({ within }) => !within)).toEqual([]);
});
