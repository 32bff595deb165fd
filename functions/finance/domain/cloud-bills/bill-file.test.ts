import { parseExact } from '../../../../layers/kernel/money/exact.ts';
import type { BillLine } from './bill-line.ts';
import { readBill } from './read-bill.ts';
import { readSummary, storedSummarySchema, summaryText, summing } from './summary.ts';

const month = '2026-11';
const heading = [
  ...['bill_billing_period_start_date', 'line_item_usage_start_date', 'line_item_usage_end_date'],
  ...['line_item_currency_code', 'line_item_product_code', 'line_item_usage_type', 'line_item_usage_amount'],
  ...['line_item_unblended_cost', 'line_item_line_item_type', 'bill_bill_type', 'identity_line_item_id'],
  'identity_time_interval',
];
type Cells = Partial<Record<(typeof heading)[number], string>>;
let number = 0;
const rowOf = (over: Cells = {}): string => {
  number += 1;
  const cells: Cells = {
    ...{ bill_billing_period_start_date: '2026-11-01', line_item_usage_start_date: '2026-11-02T00:00:00Z' },
    ...{ line_item_usage_end_date: '2026-11-03T00:00:00Z', line_item_currency_code: 'USD' },
    ...{ line_item_product_code: 'AmazonDynamoDB', line_item_usage_type: 'EU-WriteRequestUnits' },
    ...{ line_item_usage_amount: '3', line_item_unblended_cost: '1.5', line_item_line_item_type: 'Usage' },
    ...{ bill_bill_type: 'Anniversary', identity_line_item_id: `id-${number}`, identity_time_interval: 'x', ...over },
  };
  return heading.map((name) => cells[name] ?? '').join(',');
};
const read = (rows: string[], { end = '\n', ...over }: { end?: string; total?: bigint; chunk?: number } = {}) => {
  const bytes = Buffer.from([heading.join(','), ...rows].join('\n') + end);
  const size = over.chunk ?? 64;
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  return readBill(chunks, { month, currency: 'USD', ...(over.total !== undefined && { total: over.total }) });
};
const cellsOf = async (...rows: string[]) => {
  const bill = await read(rows);
  if ('refused' in bill) throw new Error(JSON.stringify(bill.refused));
  return bill.summary.cells;
};
const refusedOf = async (rows: string[], over: Parameters<typeof read>[1] = {}) => {
  const bill = await read(rows, over);
  return 'refused' in bill ? bill.refused : undefined;
};
const faultsOf = async (over: Cells) => (await refusedOf([rowOf(), rowOf(over)]))?.faults;

describe('A row of a bill', () => {
  test('is a line with its service, usage type, meter, days, quantity and cost', async () => {
    expect(await cellsOf(rowOf())).toEqual([
      {
        ...{ service: 'DynamoDB', usageType: 'WriteRequestUnits', meter: 'dynamodb-write', category: 'usage' },
        ...{ from: '2026-11-02', until: '2026-11-02', quantity: parseExact('3'), cost: parseExact('1.5') },
        ...{ correction: false, lines: 1 },
      },
    ]);
  });

  test('of no service is of the whole bill, unless it is use; an unknown kind is named by its kind and has no meter', async () => {
    const [tax] = await cellsOf(
      rowOf({ line_item_product_code: '', line_item_line_item_type: 'Tax', line_item_usage_amount: '' }),
    );
    expect(tax).toMatchObject({ service: 'the whole bill', category: 'tax', quantity: 0n, meter: undefined });
    const [gift] = await cellsOf(rowOf({ line_item_line_item_type: 'Gift' }));
    expect(gift).toMatchObject({ service: 'DynamoDB', category: 'unknown', usageType: 'Gift', meter: undefined });
    expect(await faultsOf({ line_item_product_code: '' })).toEqual([{ line: 3, reason: 'no-service' }]);
  });

  test.each<[string, Cells]>([
    ['no-cost', { line_item_unblended_cost: '' }],
    ['no-cost', { line_item_unblended_cost: '$1' }],
    ['no-quantity', { line_item_usage_amount: 'many' }],
    ['no-category', { line_item_line_item_type: '' }],
    ['no-day', { line_item_usage_start_date: '' }],
    ['no-day', { line_item_usage_end_date: 'soon' }],
    ['no-day', { line_item_usage_end_date: '2026-11-01' }],
    ['day-outside-month', { line_item_usage_start_date: '2026-12-02', line_item_usage_end_date: '2026-12-03' }],
  ])('is named as %s with %j', async (reason, over) => {
    expect(await faultsOf(over)).toEqual([{ line: 3, reason }]);
  });

  test('of use within a day of the month is of its first or last day; earlier use is late use with its own days', async () => {
    const days = async (from: string, end: string, kind = 'Usage') => {
      const over = { line_item_usage_start_date: from, line_item_usage_end_date: end, line_item_line_item_type: kind };
      const [cell] = await cellsOf(rowOf(over));
      return cell && [cell.category, cell.from, cell.until, cell.meter];
    };
    expect(await days('2026-10-31T23:00:00Z', '2026-10-31T23:30:00Z')).toEqual([
      'usage',
      '2026-11-01',
      '2026-11-01',
      'dynamodb-write',
    ]);
    expect(await days('2026-10-30T23:00:00Z', '2026-10-31T00:00:00Z')).toEqual([
      'late-usage',
      '2026-10-30',
      '2026-10-30',
      undefined,
    ]);
    expect(await days('2026-12-01T22:00:00Z', '2026-12-01T23:00:00Z')).toEqual([
      'usage',
      '2026-11-30',
      '2026-11-30',
      'dynamodb-write',
    ]);
    expect(await days('2026-10-15', '2026-12-15')).toEqual(['usage', '2026-11-01', '2026-11-30', 'dynamodb-write']);
    // A fee or tax has the days that the bill states.
    expect(await days('2026-12-02', '2027-12-02', 'Fee')).toEqual(['purchase', '2026-12-02', '2027-12-01', undefined]);
    expect(await days('2026-10-01', '2026-11-01', 'Tax')).toEqual(['tax', '2026-10-01', '2026-10-31', undefined]);
  });

  test('of another month or currency refuses the file, with what was found', async () => {
    const of = async (over: Cells) => (await refusedOf([rowOf(), rowOf(over)]))?.detail;
    expect(await of({ bill_billing_period_start_date: '2026-10-01' })).toBe(
      'Line 3 is of 2026-10, not of 2026-11. Send the export of 2026-11.',
    );
    expect(await of({ bill_billing_period_start_date: 'November' })).toBe(
      'Line 3 is of no month (“November”), not of 2026-11. Send the export of 2026-11.',
    );
    expect(await of({ line_item_currency_code: 'EUR' })).toBe(
      'Line 3 is in EUR; the price book of 2026-11 is in USD. Export the bill in USD.',
    );
    expect(await of({ line_item_currency_code: '' })).toBe(
      'Line 3 is in no currency; the price book of 2026-11 is in USD. Export the bill in USD.',
    );
  });

  test('is read once: the same line id, interval and start is a line twice, without an id it is a line of its own', async () => {
    const same = { identity_line_item_id: 'same' };
    expect(await refusedOf([rowOf(same), rowOf(same)])).toMatchObject({ faults: [{ line: 3, reason: 'line-twice' }] });
    const start = { line_item_usage_start_date: '2026-11-02T05:00:00Z' };
    for (const over of [{ identity_time_interval: 'y' }, start])
      expect((await cellsOf(rowOf(same), rowOf({ ...same, ...over })))[0]?.lines).toBe(2);
    const none = { identity_line_item_id: '' };
    expect((await cellsOf(rowOf(none), rowOf(none)))[0]?.lines).toBe(2);
  });
});

describe('The file of a bill', () => {
  test('is whole where its last row ends a line, by LF or CR, or where the row is complete', async () => {
    for (const end of ['\n', '\r', '\r\n', '']) expect(await refusedOf([rowOf(), rowOf()], { end })).toBeUndefined();
    const last = (interval: string, end: string) =>
      refusedOf([rowOf({ identity_time_interval: 'abc' }), rowOf({ identity_time_interval: interval })], { end });
    expect(await last('ab', '')).toMatchObject({ code: 'truncated' });
    for (const [interval, end] of [
      ['ab', '\n'],
      ['ab', '\r'],
      ['abc', ''],
      ['b', ''],
    ] as const)
      expect(await last(interval, end)).toBeUndefined();
    expect(await refusedOf([rowOf(), rowOf().slice(0, -10)], { end: '' })).toMatchObject({ code: 'truncated' });
    expect(await refusedOf([rowOf(), '"open'])).toEqual({
      ...{ code: 'truncated', faults: [] },
      detail:
        'The file ends in the middle of a row: it broke off on its way. Download the export again and send it whole.',
    });
  });

  test('names a quote that is not closed as a broken end only, another fault in the last row as an unreadable row', async () => {
    expect(await refusedOf([rowOf(), `"x"y${rowOf()}`])).toMatchObject({
      code: 'unreadable-rows',
      faults: [{ line: 3, reason: 'text-after-quote' }],
    });
  });

  test('names its unreadable rows, the first five in its reason, and how many there are', async () => {
    const short = 'a,b';
    expect(await refusedOf([rowOf(), short])).toEqual({
      ...{ code: 'unreadable-rows', faults: [{ line: 3, reason: 'too-few-cells' }] },
      detail: '1 rows cannot be read (line 3): without them the bill would not sum. Export it again, or mend them.',
    });
    expect((await refusedOf([rowOf(), ...Array(5).fill(short)]))?.detail).toContain('(line 3, 4, 5, 6, 7)');
    expect((await refusedOf([rowOf(), ...Array(6).fill(short)]))?.detail).toContain('(line 3, 4, 5, 6, 7 …)');
    expect(await refusedOf([rowOf(), `${rowOf()},`])).toMatchObject({
      faults: [{ line: 3, reason: 'too-many-cells' }],
    });
  });

  test('without rows of the month, and without anything, is refused', async () => {
    expect(await refusedOf([])).toEqual({
      code: 'no-rows',
      detail: 'The file has a heading and no rows of 2026-11.',
      faults: [],
    });
    expect(await readBill([], { month, currency: 'USD' })).toEqual({
      refused: { code: 'no-rows', detail: 'The file is empty. Send the export of the month.', faults: [] },
    });
    expect(await readBill([new Uint8Array(), Buffer.from('')], { month, currency: 'USD' })).toMatchObject({
      refused: { code: 'no-rows' },
    });
  });

  test.each([
    ['Parquet', 'PAR1abc'],
    ['a ZIP archive or a workbook', 'PK\u0003\u0004'],
    ['a binary file', 'abc\u0000'],
  ])('that is %s is refused as no CSV', async (what, text) => {
    expect(await readBill([Buffer.from(text)], { month, currency: 'USD' })).toEqual({
      refused: {
        code: 'not-csv',
        detail: `The file is ${what}. Export it as text/csv, packed by GZIP or not.`,
        faults: [],
      },
    });
  });

  test('that is not in UTF-8 is refused at its first line, and a row that is not is named', async () => {
    expect(await readBill([Buffer.from([0xff, 0xfe, 0x41, 0x0a])], { month, currency: 'USD' })).toEqual({
      refused: { code: 'not-csv', detail: 'The first line cannot be read as CSV in UTF-8.', faults: [] },
    });
  });

  test('sums to the invoice to the minor unit, or is refused', async () => {
    const total = (text: string) => refusedOf([rowOf()], { total: parseExact(text) });
    expect([await total('1.5'), await total('1.504')]).toEqual([undefined, undefined]);
    expect(await total('1.51')).toEqual({
      ...{ code: 'total-differs', faults: [] },
      detail: 'The rows do not sum to the total that was said: rows are missing, or it is another bill’s total.',
    });
  });

  test('is the same in chunks of any size, and closes its source when it is refused', async () => {
    const rows = [rowOf(), rowOf()];
    expect(await read(rows, { chunk: 1 })).toEqual(await read(rows, { chunk: 100_000 }));
    let isClosed = false;
    async function* source() {
      try {
        yield Buffer.from('a,b\n1,2\n');
        yield Buffer.from('3,4\n');
      } finally {
        isClosed = true;
      }
    }
    expect(await readBill(source(), { month, currency: 'USD' })).toMatchObject({ refused: { code: 'unknown-format' } });
    expect(isClosed).toBe(true);
    const broken = (async function* () {
      yield Buffer.from(`${heading.join(',')}\n`);
      throw new Error('connection lost');
    })();
    await expect(readBill(broken, { month, currency: 'USD' })).rejects.toThrow('connection lost');
  });
});

describe('The sums of a bill', () => {
  const line = (over: Partial<BillLine>): BillLine => ({
    ...{ lineId: 'a', service: 'S3', usageType: 'x', meter: undefined, category: 'usage', from: '2026-11-01' },
    ...{ until: '2026-11-01', quantity: 1n, cost: 5n, correction: false, ...over },
  });
  const summed = (...lines: BillLine[]) => {
    const sums = summing();
    for (const one of lines) sums.add(one);
    return sums.end({ format: 'cur-2.0', month, currency: 'USD' });
  };
  const costs = (...lines: BillLine[]) => summed(...lines).cells.map(({ cost, lines: count }) => [cost, count]);

  test('are of lines for the same thing on the same days', () => {
    expect(summed(line({}), line({ cost: 7n, quantity: 2n }))).toEqual({
      ...{ format: 'cur-2.0', month, currency: 'USD', lines: 2, total: 12n },
      cells: [
        {
          ...{ service: 'S3', usageType: 'x', meter: undefined, category: 'usage', from: '2026-11-01' },
          ...{ until: '2026-11-01', quantity: 3n, cost: 12n, correction: false, lines: 2 },
        },
      ],
    });
    const others: Partial<BillLine>[] = [
      ...[{ service: 'SQS' }, { usageType: 'y' }, { category: 'tax' as const }, { correction: true }],
      ...[{ from: '2026-10-31' }, { until: '2026-11-02' }, { cost: -5n }],
    ];
    for (const over of others) expect(summed(line({}), line(over)).cells).toHaveLength(2);
  });

  test('have amounts of both signs apart, and money given back by each amount', () => {
    expect(costs(line({ cost: 5n }), line({ cost: -3n }), line({ cost: 0n }), line({ cost: -4n }))).toEqual([
      [5n, 2],
      [-7n, 2],
    ]);
    for (const category of ['credit', 'refund'] as const)
      expect(costs(...[-3n, -4n, -3n].map((cost) => line({ category, cost })))).toEqual([
        [-6n, 2],
        [-4n, 1],
      ]);
    expect(costs(...[3n, 4n].map((cost) => line({ category: 'adjustment', cost })))).toEqual([[7n, 2]]);
  });

  test('are the same in any order of the lines', () => {
    const lines = [line({ service: 'SQS' }), line({}), line({ usageType: 'a' })];
    expect(summed(...lines.toReversed())).toEqual(summed(...lines));
  });

  test('are stored as decimals with 12 places, and read only in that form', () => {
    const bill = summed(line({ meter: 's3-put' }), line({ usageType: 'y' }));
    const text = summaryText(bill);
    expect(readSummary(text)).toEqual(bill);
    const stored = JSON.parse(text);
    expect(stored).toMatchObject({
      ...{ total: '0.000000000010', lines: 2 },
      cells: [{ meter: 's3-put', cost: '0.000000000005', quantity: '0.000000000001' }, { meter: null }],
    });
    const accepts = (over: object, cell: object = {}) =>
      storedSummarySchema.safeParse({ ...stored, ...over, cells: [{ ...stored.cells[0], ...cell }] }).success;
    expect(accepts({})).toBe(true);
    const tops = [{ format: 'x' }, { month: 'x' }, { currency: 1 }, { lines: -1 }, { lines: 1.5 }, { other: 1 }];
    expect(tops.filter((over) => accepts(over))).toEqual([]);
    const cells = [
      ...[{ meter: 'x' }, { meter: undefined }, { category: 'x' }, { from: 'x' }, { until: 'x' }, { lines: 0 }],
      ...[{ correction: 'no' }, { other: 1 }, { service: 1 }, { usageType: 1 }],
    ];
    expect(cells.filter((over) => accepts({}, over))).toEqual([]);
  });
});
