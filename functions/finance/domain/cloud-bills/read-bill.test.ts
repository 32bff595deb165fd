import fc from 'fast-check';
import { exactText, parseExact } from '../../../../layers/kernel/money/exact.ts';
import { type MadeRow, makeBill } from '../../../../test/builders/bill/make-bill.ts';
import { countingDays } from '../../../../test/builders/bill/raw-use.ts';
import { rawResources } from '../../../../test/builders/bill/synthetic-bill.ts';
import { billCsv, type Written } from '../../../../test/builders/bill/write-bill.ts';
import { aReportLine, aUsageLine } from '../../../../test/builders/log-lines.ts';
import { type BillRead, readBill } from './read-bill.ts';
import { readDays, readDecimal, readInstant } from './read-cell.ts';
import { reconcile } from './reconcile.ts';
import { readSummary, summaryText } from './summary.ts';
import { isSupport, meterOf, serviceOf, withoutRegion } from './usage-types.ts';

const month = '2026-11';

/** The bill of a month in which a request log has this many checkouts of riverton. */
const rows = (requests = 100): MadeRow[] => {
  const counting = countingDays();
  for (let at = 0; at < requests; at += 1)
    counting.line(JSON.stringify(aUsageLine(`r${at}`)), aReportLine(`r${at}`, 20 + (at % 7)));
  const faults = [
    { kind: 'tax' as const, code: 'AWSLambda', cents: 12 },
    { kind: 'refund' as const, code: 'AmazonS3', cents: 5 },
  ];
  return makeBill({ month, days: counting.end(), resources: rawResources }, faults);
};
const csv = (written: Partial<Written> = {}): string => billCsv(rows(), { format: 'cur-2.0', month, ...written });

const read = (text: string | Uint8Array, over = {}): Promise<BillRead> => {
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / 997) }, (_, at) =>
    bytes.subarray(at * 997, at * 997 + 997),
  );
  return readBill(chunks, { month, currency: 'USD', ...over });
};
const refusal = async (text: string | Uint8Array, over = {}) => {
  const bill = await read(text, over);
  return 'refused' in bill ? bill.refused : undefined;
};
const summary = async (text: string) => {
  const bill = await read(text);
  if ('refused' in bill) throw new Error(JSON.stringify(bill.refused));
  return bill.summary;
};
const replaced = (text: string, line: number, by: (row: string) => string): string =>
  text
    .split('\n')
    .map((row, at) => (at === line - 1 ? by(row) : row))
    .join('\n');

describe('A bill', () => {
  it.each(['cur-2.0', 'focus-1.0', 'focus-1.2'] as const)('as %s has the same lines', async (format) => {
    const [{ format: expected, ...bill }, { format: _, ...cur }] = [
      await summary(csv({ format })),
      await summary(csv()),
    ];
    expect(expected).toBe(format);
    expect(bill).toEqual(cur);
    expect(bill.cells.filter(({ category }) => category !== 'usage')).toMatchObject([
      { category: 'refund', service: 'S3', correction: true, cost: parseExact('-0.05') },
      {
        category: 'tax',
        service: 'Lambda',
        correction: false,
        cost: parseExact('0.12'),
        from: '2026-11-01',
        until: '2026-11-30',
      },
    ]);
    expect(bill.cells.find(({ meter }) => meter === 'dynamodb-write')).toMatchObject({
      from: '2026-11-24',
      until: '2026-11-24',
      quantity: parseExact('600'),
    });
  });

  it('is read in any order of columns, with CR LF, and with its parts concatenated', async () => {
    const whole = await summary(csv());
    expect(await summary(csv({ turn: 17 }))).toEqual(whole);
    expect(await summary(csv().replaceAll('\n', '\r\n'))).toEqual(whole);
    const [heading = '', ...lines] = csv().trimEnd().split('\n');
    const parts = [heading, ...lines.slice(0, 9), heading, ...lines.slice(9), ''].join('\n');
    expect(await summary(parts)).toEqual(whole);
  });

  it('is stored as text that restores it, the same for the same bill', async () => {
    const bill = await summary(csv());
    expect(readSummary(summaryText(bill))).toEqual(bill);
    expect(summaryText(await summary(csv({ turn: 3 })))).toBe(summaryText(bill));
  });
});

const focusCells = (text: string, line: number, cells: Record<string, string>): string => {
  const heading = text.split('\n')[0]?.split(',') ?? [];
  return replaced(text, line, (row) => {
    const own = row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    for (const [name, cell] of Object.entries(cells)) own[heading.indexOf(name)] = cell;
    return own.join(',');
  });
};

describe('Variants in bills', () => {
  it('a bill is complete without a line end after its last row', async () => {
    for (const format of ['cur-2.0', 'focus-1.0', 'focus-1.2'] as const) {
      const text = csv({ format });
      expect(await summary(text.trimEnd())).toEqual(await summary(text));
      const turned = csv({ format, turn: 8 });
      expect(await summary(turned.trimEnd())).toEqual(await summary(turned));
    }
  });

  it('a bill with a truncated value in its last cell is incomplete', async () => {
    const heading =
      'BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,BilledCost,ChargeCategory,ChargeClass,ConsumedQuantity,x_ServiceCode,x_UsageType,BillingCurrency';
    const row = '2026-11-01,2026-11-02,2026-11-03,1.5,Usage,,3,AmazonDynamoDB,WriteRequestUnits,USD';
    expect((await summary([heading, row, row].join('\n'))).total).toBe(parseExact('3'));
    expect((await refusal([heading, row, row.slice(0, -1)].join('\n')))?.code).toBe('truncated');
    expect((await refusal([heading, row, row.slice(0, -4)].join('\n')))?.code).toBe('truncated');
  });

  it('a last row of tax is complete although its last cell, which usage rows fill, is empty', async () => {
    const heading =
      'BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,BilledCost,BillingCurrency,ChargeCategory,ChargeClass,ConsumedQuantity,x_ServiceCode,x_UsageType';
    const row = '2026-11-01,2026-11-02,2026-11-03,1.5,USD,Usage,,3,AmazonDynamoDB,WriteRequestUnits';
    const tax = '2026-11-01,2026-11-01,2026-12-01,0.3,USD,Tax,,,,';
    expect((await summary([heading, row, tax].join('\n'))).total).toBe(parseExact('1.8'));
    const cut = row.slice(0, -'WriteRequestUnits'.length);
    expect((await refusal([heading, row, cut].join('\n')))?.code).toBe('truncated');
  });

  it('column names may be lower case, as query engines write them', async () => {
    for (const format of ['cur-2.0', 'focus-1.2'] as const) {
      const [heading = '', ...rows] = csv({ format }).split('\n');
      expect(await summary([heading.toLowerCase(), ...rows].join('\n'))).toEqual(await summary(csv({ format })));
    }
  });

  it('a FOCUS row with empty AWS cells is read by the FOCUS columns', async () => {
    const text = csv({ format: 'focus-1.2' });
    const bare = focusCells(text, 2, { x_ServiceCode: '', ConsumedQuantity: '' });
    expect(await summary(bare)).toEqual(await summary(text));
  });

  it('one usage number on many days is one line each, also where the interval is the whole month', async () => {
    const text = csv();
    const month = '2026-11-01T00:00:00Z/2026-12-01T00:00:00Z';
    const wide = text.replaceAll(/2026-11-\d\dT\d\d:00:00Z\/2026-1[12]-\d\dT\d\d:00:00Z/g, month);
    expect(wide).not.toBe(text);
    expect(await summary(wide)).toEqual(await summary(text));
  });

  it.each(['NULL', 'null'])('FOCUS writes %s for an empty value', async (nullText) => {
    const text = csv({ format: 'focus-1.2' });
    expect(await summary(focusCells(text, 2, { ChargeClass: nullText }))).toEqual(await summary(text));
    const tax = await summary(
      focusCells(text, 2, {
        ConsumedQuantity: nullText,
        ChargeCategory: 'Tax',
        x_ServiceCode: nullText,
        ServiceName: nullText,
      }),
    );
    expect(tax.cells.filter(({ service }) => service === 'the whole bill')).toMatchObject([{ category: 'tax' }]);
  });

  it('an unknown kind is a line of its own, by its name, and the bill sums', async () => {
    const text = csv();
    const whole = await summary(text);
    for (const [kind, category, usageType] of [
      ['SppDiscount', 'adjustment', undefined],
      ['MarketplaceGift', 'unknown', 'MarketplaceGift'],
      ['constructor', 'unknown', 'constructor'],
    ] as const) {
      const bill = await summary(replaced(text, 2, (row) => row.replace(',Usage,', `,${kind},`)));
      expect([bill.total, bill.lines]).toEqual([whole.total, whole.lines]);
      const [cell] = bill.cells.filter((one) => one.category === category);
      expect(cell).toMatchObject({ meter: undefined, ...(usageType !== undefined && { usageType }) });
    }
    const focus = await summary(focusCells(csv({ format: 'focus-1.0' }), 2, { ChargeCategory: 'Gift' }));
    expect(focus.cells.find(({ category }) => category === 'unknown')?.usageType).toBe('Gift');
  });

  it('an hour of use that began before the month counts for its first day; the bill names its month', async () => {
    const at = (begin: string, end: string) =>
      focusCells(csv({ format: 'focus-1.0' }), 2, { ChargePeriodStart: begin, ChargePeriodEnd: end });
    const [early] = (await summary(at('2026-10-31T23:00:00Z', '2026-11-01T00:00:00Z'))).cells.filter(
      ({ from, category }) => from === '2026-11-01' && category === 'usage',
    );
    expect(early).toMatchObject({ from: '2026-11-01', until: '2026-11-01', category: 'usage' });
    const late = (await summary(at('2026-12-01T00:00:00Z', '2026-12-01T01:00:00Z'))).cells;
    expect(late.some(({ from, until }) => from === '2026-11-30' && until === '2026-11-30')).toBe(true);
    expect((await refusal(at('2026-12-02T00:00:00Z', '2026-12-02T01:00:00Z')))?.faults).toEqual([
      { line: 2, reason: 'day-outside-month' },
    ]);
  });

  it.each(['cur-2.0', 'focus-1.0', 'focus-1.2'] as const)(
    'use of an earlier month billed late in %s is a difference of its own, and the bill sums',
    async (format) => {
      const made = rows().map((row, at) =>
        at === 0 ? { ...row, begin: '2026-10-12T05:00:00.000Z', end: '2026-10-12T06:00:00.000Z' } : row,
      );
      const late = await summary(billCsv(made, { format, month }));
      expect(late.total).toBe((await summary(csv({ format }))).total);
      const [cell, ...more] = late.cells.filter(({ category }) => category === 'late-usage');
      const [first] = made;
      expect([cell, more]).toMatchObject([
        { from: '2026-10-12', until: '2026-10-12', meter: undefined, cost: (first?.cost ?? 0n) * 100n },
        [],
      ]);
      const found = reconcile({ month, metered: [], bills: [{ billId: 'b', summary: late }] });
      const { service = '', cost } = cell ?? {};
      const named = found?.exceptions.find(({ kind }) => kind === 'late-usage');
      expect(named).toEqual({ id: `late-usage:${service}`, kind: 'late-usage', service, difference: cost });
      expect(found?.billedOnly.reduce((sum, one) => sum + one.cost, 0n)).toBe(late.total);
      // A row of another month belongs to another bill, whatever the date of its use.
      expect((await refusal(billCsv(made, { format, month: '2026-10' })))?.code).toBe('other-month');
    },
  );

  it('FOCUS without the AWS columns is read by the names of services and SKUs', async () => {
    const text = csv({ format: 'focus-1.2' });
    const without = text.replace('x_ServiceCode', 'x_Other').replace('x_UsageType', 'SkuMeter');
    const bill = await summary(without);
    const whole = await summary(text);
    expect([bill.total, bill.lines]).toEqual([whole.total, whole.lines]);
    expect(new Set(bill.cells.map(({ service }) => service))).toEqual(
      new Set(whole.cells.map(({ service }) => service)),
    );
    expect(bill.cells.filter(({ meter }) => meter === 'dynamodb-write')).toHaveLength(
      whole.cells.filter(({ meter }) => meter === 'dynamodb-write').length,
    );
    // SKU numbers identify no meter: the lines are named by service, and sum.
    const opaque = await summary(without.replace('SkuMeter', 'SkuId'));
    expect(opaque.total).toBe(whole.total);
    expect((await refusal(without.replace('SkuMeter', 'Meter')))?.detail).toContain('x_UsageType');
  });
});

describe('A file that is not a valid bill is refused', () => {
  const focus = csv({ format: 'focus-1.0' });
  it.each([
    ['not-csv', 'Parquet', Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(100)])],
    ['not-csv', 'workbook', Buffer.from('PK\x03\x04 and so on')],
    ['no-rows', 'empty', ''],
    ['no-rows', 'no rows', `${focus.split('\n')[0]}\n`],
    ['unknown-format', 'legacy', 'identity/LineItemId,lineItem/UsageAmount\n1,2\n'],
    ['unknown-format', 'not the heading', 'a,b\n1,2\n'],
    ['missing-columns', 'x_UsageType, BilledCost|BilledCost', focus.replace('BilledCost', 'Cost')],
    ['missing-columns', 'line_item_usage_type', csv().replace('line_item_usage_type', 'usage_type')],
    ['other-month', '2026-10', csv({ month: '2026-10' })],
    ['other-currency', 'EUR', csv({ currency: 'EUR' })],
  ])('as %s (%s)', async (code, texts, file) => {
    const refused = await refusal(file);
    expect([refused?.code, refused?.faults]).toEqual([code, []]);
    expect(texts.split('|').some((nullText) => refused?.detail.includes(nullText))).toBe(true);
  });

  it('wherever it is truncated, except at the end of a row', async () => {
    const text = csv();
    const heading = text.indexOf('\n');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: heading + 2, max: text.length - 1 }), async (at) => {
        // A row that ends just before a line end is complete.
        fc.pre(text[at - 1] !== '\n' && text[at] !== '\n');
        expect((await refusal(text.slice(0, at)))?.code).toBe('truncated');
      }),
      { numRuns: 100 },
    );
    // Only the invoice's total reveals this.
    const cut = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
    const total = (await summary(text)).total;
    expect(await refusal(text, { total })).toBeUndefined();
    expect((await refusal(cut, { total }))?.code).toBe('total-differs');
  });

  it('and each unreadable row is named with its line and the reason', async () => {
    const costs = (row: string, cost: string): string => {
      const heading = csv({ format: 'focus-1.0' }).split('\n')[0]?.split(',') ?? [];
      const cells = row.split(',');
      cells[heading.indexOf('BilledCost')] = cost;
      return cells.join(',');
    };
    let text = replaced(focus, 3, (row) => costs(row, '1,5'));
    text = replaced(text, 5, (row) => costs(row, '$5'));
    text = replaced(text, 6, (row) =>
      row.replace('2026-11-24T00', '2026-12-24T00').replace('2026-11-25T00', '2026-12-25T00'),
    );
    text = replaced(text, 8, (row) => row.replace(',Usage,', ',,'));
    expect(await refusal(text)).toMatchObject({
      code: 'unreadable-rows',
      faults: [
        { line: 3, reason: 'too-many-cells' },
        { line: 5, reason: 'no-cost' },
        { line: 6, reason: 'day-outside-month' },
        { line: 8, reason: 'no-category' },
      ],
    });
  });

  it('that contains a line twice, as a file appended to itself does', async () => {
    const text = csv();
    const refused = await refusal(text + text);
    expect(refused?.code).toBe('unreadable-rows');
    expect(refused?.faults.every(({ reason }) => reason === 'line-twice')).toBe(true);
    expect(refused?.faults).toHaveLength(text.trimEnd().split('\n').length - 1);
  });

  it('at a thousand unreadable rows, with the line where reading stopped', async () => {
    const [heading = '', first = ''] = csv().split('\n');
    const refused = await refusal([heading, ...Array.from({ length: 3000 }, () => `${first},`), ''].join('\n'));
    expect([refused?.code, refused?.faults.length]).toEqual(['unreadable-rows', 1000]);
    expect(refused?.detail).toContain('line 1001');
  });
});

describe('Cells', () => {
  it.each([
    ['0', '0.000000000000'],
    ['12', '12.000000000000'],
    ['-.5', '-0.500000000000'],
    ['1.3E-7', '0.000000130000'],
    ['2e3', '2000.000000000000'],
    ['0.0000001666670000', '0.000000166667'],
    ['0.0000000000005', '0.000000000000'],
    ['0.0000000000015', '0.000000000002'],
    ['1.5E+10', '15000000000.000000000000'],
    ['25e-12', '0.000000000025'],
    ['-3', '-3.000000000000'],
  ])('%s is %s', (text, exact) => expect(exactText(readDecimal(text) ?? -1n)).toBe(exact));

  it.each(['', '.', '1,5', '$1', '1 000', 'NaN', '1e', '0x1', '1.2.3'])('%j is no number', (text) =>
    expect(readDecimal(text)).toBeUndefined(),
  );

  it('instants are UTC, and a charge period ends before its end instant', () => {
    const at = Date.parse('2026-11-05T06:00:00Z');
    expect(['2026-11-05T06:00:00Z', '2026-11-05 06:00:00.000', '2026-11-05T06:00Z'].map(readInstant)).toEqual([
      at,
      at,
      at,
    ]);
    const wrong = ['', '5.11.2026', '2026-02-31', '2026-11-05T06:00:00+01:00', 'on 2026-11-05', '2026-11-05 GMT'];
    expect(wrong.map(readInstant)).toEqual(Array(6).fill(undefined));
    expect(readDays('2026-11-05T06:00:00Z', '2026-11-05T06:00:00Z')).toEqual({
      ...{ from: '2026-11-05', until: '2026-11-05' },
    });
    expect(readDays('2026-11-01', '2026-12-01')).toEqual({ from: '2026-11-01', until: '2026-11-30' });
    expect(readDays('2026-11-05T23:00:00Z', '2026-11-06T00:00:00Z')).toEqual({
      from: '2026-11-05',
      until: '2026-11-05',
    });
    expect(readDays('2026-11-05', '2026-11-04')).toBeUndefined();
  });

  it.each([
    ['AWSLambda', 'EUW1-Lambda-GB-Second-ARM', 'lambda-gb-second'],
    ['AWSLambda', 'Lambda-Provisioned-GB-Second', undefined],
    ['AmazonES', 'EU-ESInstance:m7g.large', 'search-m7g-large-hour'],
    ['AmazonES', 'ESInstance:r6g.large', undefined],
    ['awskms', 'eu-west-1-KMS-Keys', 'kms-key'],
    ['awskms', 'us-east-1-KMS-Requests', undefined],
    ['AmazonS3', 'EU-Requests-Tier1', 's3-put'],
    ['AWSQueueService', 'EU-Requests-Tier1', 'sqs-request'],
    ['AmazonCloudFront', 'EU-Requests-Tier2-HTTPS', 'cloudfront-request'],
    ['AmazonCognito', 'USE1-CognitoUserPoolsMAU', undefined],
  ])('%s %s turns %s', (product, type, meter) => expect(meterOf(product, type)).toBe(meter));

  it('services and usage types have our names, without the region', () => {
    expect(['AWSQueueService', 'AmazonNew'].map(serviceOf)).toEqual(['SQS', 'AmazonNew']);
    const types = ['USE1-Requests-Tier1', 'us-east-1-KMS-Keys', 'Request', 'USE1-'];
    expect(types.map(withoutRegion)).toEqual(['Requests-Tier1', 'KMS-Keys', 'Request', 'USE1-']);
    expect(['AWSSupportBusiness', 'OCBPremiumSupport', 'AWSLambda'].map(isSupport)).toEqual([true, true, false]);
  });
});
