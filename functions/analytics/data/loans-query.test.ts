import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { tools } from '../../../local/tools.ts';
import { aDecision } from '../../../test/builders/decision-facts.ts';
import { FACT, factColumns } from '../domain/fact-columns.ts';
import { loansByMemberSql, memberLoans } from '../domain/loans-by-member.ts';
import { sharedLoans, sharedLoansSql } from '../domain/shared-loans.ts';
import { toParquet } from './parquet.ts';

// `npm test` and `npm start` install the environment first.
const installed = existsSync(tools.python);
if (!installed) console.info('Skipped: DuckDB is not installed.');

// As the emulator of Athena reads the folders of the archive.
const program = `
import duckdb, json, sys
rows = duckdb.connect()
rows.execute(f"CREATE VIEW ${FACT} AS SELECT * FROM read_parquet('{sys.argv[1]}/*/*.parquet', union_by_name = true, hive_partitioning = true)")
found = rows.execute(sys.argv[2])
names = [column[0] for column in found.description]
print(json.dumps([dict(zip(names, row)) for row in found.fetchall()], default=str))`;

const folder = mkdtempSync(join(tmpdir(), 'concord-facts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, bytes: Uint8Array): void => {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
};

/** Returns a file without some columns, as if a later version of the schema had added them. */
const withoutLaterColumns = (facts: readonly ReturnType<typeof aDecision>[]): Uint8Array => {
  const later = ['equipment', 'itemPrice', 'residence', 'overdueBefore', 'accruedBefore', 'groupsBefore'];
  const columns = factColumns.filter(({ field }) => !later.includes(field));
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, field, parquet }) => ({
        ...{ name, type: parquet },
        data: facts.map((fact) => fact[field]),
      })),
    }),
  );
};

const rowsOf = (sql: string): unknown[] => {
  const { stdout, stderr } = spawnSync(tools.python, ['-c', program, folder, sql], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
};

const again = { monthsSinceLoanHere: 0 };

(installed ? test : test.skip)(
  'DuckDB counts loans by member from the files of the archive, each decision once',
  () => {
    const first = aDecision('first');
    write(
      'month=2026-03/a.parquet',
      toParquet([
        first,
        aDecision('from-outside', { ...again, interlibrary: 1 }),
        aDecision('laptop', { ...again, equipment: 1 }),
        aDecision('renewed', { decision: 'renewal', monthsSinceLoanHere: 2 }),
        aDecision('overridden', { ...again, outcome: 'overridden', codes: 'too-many-loans' }),
        aDecision('refused', { outcome: 'refused', codes: 'too-many-loans' }),
        aDecision('hold', { decision: 'hold' }),
        aDecision('returned', { decision: 'return' }),
      ]),
    );
    // A file is written again after a stop in between.
    write('month=2026-03/b.parquet', toParquet([first, aDecision('elsewhere', { ...again, member: 'ash' })]));
    write('month=2026-03/old.parquet', withoutLaterColumns([aDecision('old', again)]));
    write('month=2026-04/a.parquet', toParquet([aDecision('next-month', { monthsSinceLoanHere: 1 })]));
    write('month=2026-02/a.parquet', toParquet([aDecision('before')]));
    const counted = (query: Parameters<typeof loansByMemberSql>[0]) => memberLoans(rowsOf(loansByMemberSql(query)));
    expect(counted({ from: '2026-03', to: '2026-04' })).toEqual([
      { member: 'ash', month: '2026-03', checkouts: 1, circulation: 1, persons: 0 },
      { member: 'birch', month: '2026-03', checkouts: 3, circulation: 6, persons: 2 },
      { member: 'birch', month: '2026-04', checkouts: 1, circulation: 1, persons: 1 },
    ]);
    expect(counted({ from: '2026-02', to: '2026-02', member: 'birch' })).toEqual([
      { member: 'birch', month: '2026-02', checkouts: 1, circulation: 1, persons: 1 },
    ]);
  },
  60_000,
);

(installed ? test : test.skip)(
  'DuckDB counts what a member borrowed from others, lent to others and had from outside, by month and only checkouts',
  () => {
    const own = { owner: 'fir', patronMember: 'fir' };
    const ended = { owner: 'fir', patronMember: 'oak' };
    write(
      'month=2027-01/a.parquet',
      toParquet([
        aDecision('fir-1', { ...own, owner: 'oak', localDay: '2027-01-03' }),
        aDecision('fir-1', { ...own, owner: 'oak', localDay: '2027-01-03' }),
        aDecision('fir-2', { ...own, owner: 'oak', member: 'elm' }),
        aDecision('fir-own', own),
        aDecision('fir-lent', ended),
        aDecision('fir-lent-again', { ...ended, decision: 'renewal' }),
        aDecision('fir-refused', { ...ended, outcome: 'refused', codes: 'expired' }),
        aDecision('fir-outside', { ...own, owner: 'fir', interlibrary: 1 }),
        aDecision('fir-guest', { ...ended, patronMember: null }),
        aDecision('others', { owner: 'oak', patronMember: 'elm' }),
      ]),
    );
    write('month=2027-02/a.parquet', toParquet([aDecision('fir-later', ended)]));
    const months = { from: '2027-01', to: '2027-02' };
    expect(sharedLoans(rowsOf(sharedLoansSql({ ...months, member: 'fir' })))).toEqual([
      { month: '2027-01', borrowed: 2, lent: 1, outside: 1 },
      { month: '2027-02', borrowed: 0, lent: 1, outside: 0 },
    ]);
  },
  60_000,
);
