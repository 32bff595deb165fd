import { QueryStopped } from '../../../layers/platform/queries/query-stopped.ts';
import { showValue } from './show-value.ts';

const records = { loads: 1, created: 20, matched: 12, complete: true };
const months = { from: '2026-01', to: '2026-03', member: 'ash' };
const answering = (rows: () => Promise<Record<string, string | null>[]>) => ({
  facts: { rows },
  reused: async () => records,
});

test('what a member borrowed and lent stands beside the records that others had described', async () => {
  const deps = answering(async () => [{ month: '2026-02', borrowed: '31', lent: '20', outside: '2' }]);
  expect(await showValue(deps, months)).toEqual({
    ...months,
    months: [{ month: '2026-02', borrowed: 31, lent: 20, outside: 2 }],
    records,
  });
});

test('reversed months are refused, and a query that was stopped asks for fewer', async () => {
  const none = answering(async () => []);
  expect(await showValue(none, { ...months, to: '2025-12' })).toMatchObject({ refused: [{ code: 'months-wrong' }] });
  const stopped = answering(() => Promise.reject(new QueryStopped('limit')));
  expect(await showValue(stopped, months)).toMatchObject({ refused: [{ code: 'narrow-the-period' }] });
  await expect(
    showValue(
      answering(() => Promise.reject(new Error('down'))),
      months,
    ),
  ).rejects.toThrow('down');
});
