import { QueryStopped } from '../../../layers/platform/queries/query-stopped.ts';
import { loansByMemberSql } from '../domain/loans-by-member.ts';
import { countLoans } from './count-loans.ts';

const asked: string[] = [];
const answering = (rows: Record<string, string | null>[]) => ({
  facts: {
    rows: async (sql: string) => {
      asked.push(sql);
      return rows;
    },
  },
});

test('both figures of a member’s loans and its persons come from one query of the months', async () => {
  const row = { member: 'ash', month: '2026-03', checkouts: '88', circulation: '150', persons: '41' };
  expect(await countLoans(answering([row]), { from: '2026-01', to: '2026-03', member: 'ash' })).toEqual({
    loans: [{ member: 'ash', month: '2026-03', checkouts: 88, circulation: 150, persons: 41 }],
  });
  expect(asked.at(-1)).toContain("month BETWEEN '2026-01' AND '2026-03'");
  expect(asked.at(-1)).toContain("AND member = 'ash'");
  // Initial checkouts leave out equipment; rows that are older than the flag count.
  expect(asked.at(-1)).toContain('interlibrary = 0 AND (equipment IS NULL OR equipment = 0)');
});

test.each([
  ['2026-03', '2026-02'],
  ['2020-01', '2023-01'],
])('the months %s to %s are refused', async (from, to) => {
  expect(await countLoans(answering([]), { from, to })).toMatchObject({ refused: [{ code: 'months-wrong' }] });
});

test('N51 a query that was stopped asks for fewer months; any other failure is a fault', async () => {
  const failing = (error: Error) => ({ facts: { rows: () => Promise.reject(error) } });
  const months = { from: '2026-01', to: '2026-03' };
  const stopped = await countLoans(failing(new QueryStopped('limit')), months);
  expect(stopped).toMatchObject({ refused: [{ code: 'narrow-the-period' }] });
  await expect(countLoans(failing(new Error('down')), months)).rejects.toThrow('down');
});

test('nothing but months and the id of a member enters the text of a query', () => {
  expect(() => loansByMemberSql({ from: "2026-01' OR '1'='1", to: '2026-03' })).toThrow();
  expect(() => loansByMemberSql({ from: '2026-01', to: '2026-03', member: "a' OR '1'='1" })).toThrow();
});

test('the SQL divides, rounds and leaves to the engine nothing in which Athena and DuckDB differ', () => {
  const sql = loansByMemberSql({ from: '2026-01', to: '2026-03' });
  expect(sql).not.toMatch(/\/|\bavg\b|\bround\b|\bmedian\b|approx_/i);
  expect(sql).toMatch(/ORDER BY member, month$/);
});
