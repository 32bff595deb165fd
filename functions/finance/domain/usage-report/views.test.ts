import { textCell } from '../../../../layers/kernel/csv/text-cell.ts';
import { parseExact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { changeBetween } from './change.ts';
import { memberView, monthReport } from './month-report.ts';
import { reportCsv } from './report-csv.ts';
import { aSum, monthInput, reported } from './synthetic-month.ts';
import { reportView } from './view.ts';
import { reportViewSchema } from './view-schema.ts';

const report = reported(monthReport(monthInput()));
/** Parses RFC 4180 without using our own writer. */
const cells = (csv: string): Record<string, string>[] => {
  const rows = csv
    .split('\r\n')
    .filter((row) => row !== '')
    .map((row) =>
      [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
  const [header = [], ...body] = rows;
  return body.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
};

describe('The JSON view', () => {
  const change = changeBetween(reported(monthReport(monthInput('2026-10'))), report);
  if ('refused' in change) throw new Error('refused');

  it.each([
    ['of the consortium', reportView(report)],
    ['with the change on the month before', reportView(report, change)],
    ['of a member', reportView(memberView(report, 'law'))],
  ])('%s is plain data and parses by its schema', (_, view) => {
    expect(reportViewSchema.parse(JSON.parse(JSON.stringify(view)))).toEqual(view);
  });

  it('contains exact amounts and shows six decimals', () => {
    const view = reportView(report);
    expect(view.total.exact).toMatch(/^\d+\.\d{12}$/);
    expect(view.lines.every((line) => /^\d+\.\d{6}$/.test(line.amount.shown))).toBe(true);
    expect(sumExact(view.lines.map((line) => parseExact(line.amount.exact)))).toBe(report.total);
  });

  it('shows quantities in the billed unit', () => {
    const one = reported(monthReport(monthInput('2026-11', { idle: [], sums: [aSum({}, 1, 3, 0.5)] })));
    expect(
      reportView(one).lines[0]?.units.filter(
        ({ meter }) => meter.startsWith('dynamodb') || meter === 'lambda-gb-second',
      ),
    ).toEqual([
      {
        meter: 'lambda-gb-second',
        quantity: '0.011500',
        unit: 'GB-second',
        amount: { shown: '0.000000', exact: '0.000000153334' },
      },
      {
        meter: 'dynamodb-write',
        quantity: '3.000000',
        unit: 'write request unit',
        amount: { shown: '0.000002', exact: '0.000001875000' },
      },
      {
        meter: 'dynamodb-read',
        quantity: '0.500000',
        unit: 'read request unit',
        amount: { shown: '0.000000', exact: '0.000000062500' },
      },
    ]);
  });
});

describe('The CSV', () => {
  it('has a column for each meter that sums to what was used', () => {
    const lines = cells(reportCsv(report, false)).filter(({ row }) => row === 'line');
    for (const { meter, quantity } of reportView(report).prices) {
      const summed = sumExact(lines.map((line) => parseExact(line[meter] || '0')));
      // Each cell is rounded to six decimals.
      expect(Number(summed - parseExact(quantity)) / 1e12).toBeCloseTo(0, 3);
    }
  });

  it('marks on every row whether the use is simulated', () => {
    for (const [synthetic, flag] of [
      [true, 'yes'],
      [false, 'no'],
    ] as const)
      expect(new Set(cells(reportCsv(report, synthetic)).map((row) => row.synthetic))).toEqual(new Set([flag]));
  });

  it('F11 has the totals of the JSON', () => {
    const view = reportView(report);
    const rows = cells(reportCsv(report, false));
    const lines = rows.filter(({ row }) => row === 'line');
    expect(lines).toHaveLength(view.lines.length);
    expect(sumExact(lines.map(({ exact = '' }) => parseExact(exact)))).toBe(parseExact(view.total.exact));
    const total = rows.find(({ row }) => row === 'total');
    expect([total?.exact, total?.amount]).toEqual([view.total.exact, view.total.shown]);
    expect(Number(total?.rounded?.replace('.', ''))).toBe(view.rounded);
    const memberRows = rows.filter(({ row }) => row === 'member-total');
    expect(memberRows.map(({ member, exact }) => [member, exact])).toEqual(
      view.members.map(({ member, total: all }) => [member, all.exact]),
    );
    expect(memberRows.reduce((sum, { rounded = '' }) => sum + Number(rounded.replace('.', '')), 0)).toBe(view.rounded);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+44', "'+44"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    [' =1+1', "' =1+1"],
    ['\u00a0@SUM(A1)', "'\u00a0@SUM(A1)"],
    ['\n=1+1', '"\'\n=1+1"'],
    [' \n\t -2', '"\' \n\t -2"'],
    ['＝1+1', "'＝1+1"],
    ['＋44', "'＋44"],
    ['－2', "'－2"],
    [' ＠SUM(A1)', "' ＠SUM(A1)"],
    [' plain', ' plain'],
    ['\nplain', '"\nplain"'],
    ['plain = text', 'plain = text'],
    ['say "yes", please', '"say ""yes"", please"'],
  ])('writes the text %j as %j', (text, cell) => {
    expect(textCell(text)).toBe(cell);
  });

  it('escapes any formula in names of members and operations', () => {
    const sums = [aSum({ member: '=HYPERLINK("http://x")', operation: '@cmd' }, 3, 1, 1)];
    const rows = cells(reportCsv(reported(monthReport(monthInput('2026-11', { sums }))), false));
    const line = rows.find(({ category }) => category === 'direct');
    expect([line?.member, line?.operation]).toEqual(['\'=HYPERLINK("http://x")', "'@cmd"]);
  });
});
