import { daysIn } from '../../../../layers/kernel/calendar/month.ts';
import { type Fault, makeBill, sumOfBill } from '../../../../test/builders/bill/make-bill.ts';
import {
  formats,
  input,
  metered,
  month,
  names,
  read,
  reconciled,
  report,
  used,
} from '../../../../test/builders/bill/planted-bill.ts';
import { priceRows } from '../../../../test/builders/bill/price-table.ts';
import { rawMonth } from '../../../../test/builders/bill/synthetic-bill.ts';
import { billCsv } from '../../../../test/builders/bill/write-bill.ts';
import { meters } from '../pricing/meters.ts';
import { monthReport } from '../usage-report/month-report.ts';
import { monthInput, reported, resourcesIn, syntheticSums } from '../usage-report/synthetic-month.ts';
import { calibrate } from './calibrate.ts';
import { meteredUse } from './metered-use.ts';
import { readBill } from './read-bill.ts';
import { reconcile } from './reconcile.ts';
import { meterOf } from './usage-types.ts';

describe('A bill without planted faults', () => {
  it.each(formats)(
    'F1 as %s differs by less than 0.5 % in every service, and no difference is reported',
    async (format) => {
      const found = reconciled(await read([], { format, turn: 7 }));
      expect(names(found)).toEqual([]);
      expect(found.rows.map(({ service }) => service)).toEqual(
        [...new Set(priceRows.map(({ family }) => family))].toSorted(),
      );
      for (const { metered: ours, difference, meters: own } of found.rows) {
        expect(Math.abs(Number(difference)) / Number(ours)).toBeLessThan(0.005);
        // Each meter alone, in amount and in billed units: none is taken for another.
        for (const { meter, metered: mine, billed, quantity, billedQuantity } of own) {
          expect(Number(billed) / Number(mine)).toBeCloseTo(1, 3);
          const units = Number(quantity) / 1e6 / meters[meter].countsPerUnit;
          expect(Number(billedQuantity) / 1e12 / units).toBeCloseTo(1, 3);
        }
      }
      expect(found.billedOnly).toEqual([]);
    },
  );

  it('sums to the total of the generator', async () => {
    expect((await read([])).total).toBe(sumOfBill(makeBill(used)) * 100n);
  });

  it('is metered by days that sum to the month', () => {
    expect(metered.reduce((sum, { amount }) => sum + amount, 0n)).toBe(report.total);
  });
});

describe('F1 An account with the permanent allowances', () => {
  // As busy as it takes to go beyond some of them, and not beyond others.
  const busy = syntheticSums(month, 40);
  const free = reported(monthReport(monthInput(month, { sums: busy, allowances: ['always'] })));
  const use = { sums: busy, readings: [resourcesIn(month)], until: `${month}-${daysIn(month)}` };

  it('reconciles with its bill without a difference, below list prices', async () => {
    const csv = billCsv(makeBill(rawMonth(month, busy, { isFree: true })), { format: 'cur-2.0', month });
    const bill = await readBill([Buffer.from(csv)], { month, currency: 'USD' });
    if ('refused' in bill) throw new Error(JSON.stringify(bill.refused));
    const bills = [{ billId: 'bill-1', summary: bill.summary }];
    const { book } = monthInput(month);
    const found = reconcile({ month, metered: meteredUse(free, use, book), bills });
    expect(found && names(found)).toEqual([]);
    const list = reported(monthReport(monthInput(month, { sums: busy })));
    expect(list.total).toBeGreaterThan(free.total);
    // At list prices the same bill differs: free allowances apply to the month only by the account's own setting.
    const atList = reconcile({ month, metered: meteredUse(list, use), bills });
    expect(atList?.exceptions.length).toBeGreaterThan(0);
  });

  it('gives all members one blended price', () => {
    const calls = free.lines.flatMap(({ member, charges }) =>
      charges.filter(({ meter }) => meter === 'lambda-request').map((charge) => ({ member, ...charge })),
    );
    expect(new Set(calls.map(({ member }) => member)).size).toBeGreaterThan(2);
    const price = free.prices.find(({ meter }) => meter === 'lambda-request');
    const blended = Number(price?.amount) / Number(price?.quantity);
    expect(blended).toBeGreaterThan(0);
    for (const { amount, quantity } of calls.filter((call) => call.quantity > 10n ** 9n))
      expect(Number(amount) / Number(quantity) / blended).toBeCloseTo(1, 6);
  });
});

describe('Differences that cancel out are reported', () => {
  it('writes dearer by the amount by which reads are cheaper', async () => {
    const summary = await read([]);
    const of = (meter: string) =>
      summary.cells.flatMap((cell) => (cell.meter === meter ? [cell.cost] : [])).reduce((sum, cost) => sum + cost, 0n);
    const shift = of('dynamodb-read') / 2n;
    // Writes cost as much more as reads cost less: the service equals the metered total.
    const cells = summary.cells.map((cell) => {
      if (cell.meter === 'dynamodb-read') return { ...cell, cost: cell.cost / 2n };
      if (cell.meter !== 'dynamodb-write') return cell;
      return { ...cell, cost: cell.cost + (cell.cost * shift) / of('dynamodb-write') };
    });
    expect(names(reconciled({ ...summary, cells }))).toEqual([
      'beyond-tolerance:DynamoDB requests:dynamodb-read',
      'beyond-tolerance:DynamoDB requests:dynamodb-write',
    ]);
  });

  it('180 and 20 billed instead of 100 and 100 metered', () => {
    const cell = (day: string, cost: bigint) => ({
      ...{ service: 'SQS', usageType: 'Requests-Tier1', meter: 'sqs-request' as const, category: 'usage' as const },
      ...{ from: day, until: day, quantity: cost, cost, correction: false, lines: 1 },
    });
    const [one, two, unit] = [`${month}-01`, `${month}-02`, 10n ** 12n];
    const own = [one, two].map((day) => ({ meter: 'sqs-request' as const, day, quantity: 100n, amount: 100n * unit }));
    const cells = [cell(one, 180n * unit), cell(two, 20n * unit)];
    const summary = { format: 'cur-2.0' as const, month, currency: 'USD', lines: 2, total: 200n * unit, cells };
    const found = reconcile({ month, metered: own, bills: [{ billId: 'b', summary }] });
    expect(found?.exceptions.map(({ id, difference }) => [id, difference / unit])).toEqual([
      [`day-differs:SQS:sqs-request:${one}`, 80n],
      [`day-differs:SQS:sqs-request:${two}`, -80n],
    ]);
  });

  it('a credit and its reversal', async () => {
    const faults: Fault[] = [
      { kind: 'credit', code: 'AWSLambda', cents: 500 },
      { kind: 'reversal', code: 'AWSLambda', cents: 500 },
    ];
    const found = reconciled(await read(faults));
    expect(names(found)).toEqual(['credit:Lambda:given', 'credit:Lambda:taken']);
    expect(found.billedOnly).toMatchObject([{ id: 'credit:Lambda', cost: 0n }]);
  });

  it('but a credit that is split by days and usage types is one', async () => {
    const summary = await read([{ kind: 'credit', code: 'AWSLambda', cents: 500 }]);
    const cells = summary.cells.flatMap((cell) => {
      if (cell.category !== 'credit') return [cell];
      return Array.from({ length: 30 }, (_, at) => {
        const day = `${month}-${String(at + 1).padStart(2, '0')}`;
        const usageType = at % 2 === 0 ? 'Request-ARM' : 'Lambda-GB-Second-ARM';
        return { ...cell, from: day, until: day, usageType, cost: (cell.cost / 465n) * BigInt(at + 1) };
      });
    });
    const found = reconciled({ ...summary, cells });
    const given = cells.reduce((sum, { category, cost }) => (category === 'credit' ? sum + cost : sum), 0n);
    expect(found.exceptions).toEqual([{ id: 'credit:Lambda', kind: 'credit', service: 'Lambda', difference: given }]);
  });

  it('a restatement that moves cost between meters, or between days', async () => {
    const summary = await read([]);
    const [one, other] = ['dynamodb-write', 'dynamodb-read'].map((meter) =>
      summary.cells.find((cell) => cell.meter === meter),
    );
    const between = summary.cells.map((cell) => {
      if (cell === one) return { ...cell, cost: cell.cost + 5n };
      return cell === other ? { ...cell, cost: cell.cost - 5n } : cell;
    });
    expect(names(reconciled(summary, { ...summary, cells: between }))).toEqual([
      'restated:bill-2:DynamoDB requests:usage:ReadRequestUnits',
      'restated:bill-2:DynamoDB requests:usage:WriteRequestUnits',
    ]);
    const writes = summary.cells.filter((cell) => cell.meter === 'dynamodb-write');
    const days = summary.cells.map((cell) => {
      if (cell === writes[0]) return { ...cell, cost: cell.cost + 5n };
      return cell === writes[1] ? { ...cell, cost: cell.cost - 5n } : cell;
    });
    expect(names(reconciled(summary, { ...summary, cells: days }))).toEqual(
      [0, 1].map((at) => `restated:bill-2:DynamoDB requests:usage:WriteRequestUnits:${writes[at]?.from}`),
    );
  });
});

describe('A later bill', () => {
  it('that is the same reports no further difference', async () => {
    const summary = await read([{ kind: 'tax', code: 'AWSLambda', cents: 7 }]);
    expect(names(reconciled(summary, summary))).toEqual(['tax:Lambda']);
  });

  it('with other amounts is reported by service and category, also within the tolerance', async () => {
    const faults: Fault[] = [{ kind: 'dearer', family: 'SQS', perMille: 2 }];
    const found = reconciled(await read([]), await read([...faults, { kind: 'credit', code: 'AWSLambda', cents: 5 }]));
    expect(names(found)).toEqual(['credit:Lambda', 'restated:bill-2:Lambda:credit', 'restated:bill-2:SQS:usage']);
    const again = reconciled(await read([]), await read(faults), await read([]));
    expect(names(again)).toEqual(['restated:bill-2:SQS:usage', 'restated:bill-3:SQS:usage']);
    const [first, second] = again.exceptions;
    expect(first?.difference).toBe(-(second?.difference ?? 0n));
  });
});

describe('Days', () => {
  it('billed and not metered are reported, and days on which nothing at all is billed are one difference', () => {
    const without = metered.filter(({ meter, day }) => meter !== 'sqs-request' || day !== `${month}-07`);
    return read([]).then((summary) => {
      const found = reconcile({ month, metered: without, bills: [{ billId: 'b', summary }] });
      expect(found && names(found)).toEqual([`unmetered-day:SQS:${month}-07`]);
      const cells = summary.cells.filter(({ service }) => service !== 'SQS');
      const none = reconciled({ ...summary, cells });
      expect(names(none)).toEqual(['not-billed:SQS']);
    });
  });

  it('after which a service is dearer are one difference of each meter', async () => {
    const rows = priceRows.filter(({ family }) => family === 'DynamoDB requests');
    const types = rows.map(({ usageType }) => usageType);
    const faults = types.map(
      (usageType): Fault => ({ kind: 'dearer-from', usageType, day: `${month}-16`, perMille: 30 }),
    );
    const found = reconciled(await read(faults));
    expect(names(found)).toEqual(
      rows
        .map(
          ({ code, usageType: type }) => `days-differ:DynamoDB requests:${meterOf(code, type)}:${month}-16:${month}-30`,
        )
        .sort(),
    );
    const row = found.rows.find(({ service }) => service === 'DynamoDB requests');
    const named = found.exceptions.reduce((sum, { difference }) => sum + difference, 0n);
    expect(Number(named) / Number(row?.difference)).toBeCloseTo(1, 3);
  });

  it('in a row with one ratio are one difference, and so are more than five', async () => {
    const summary = await read([]);
    const off = (days: readonly number[], parts: (at: number) => bigint) => {
      const cells = summary.cells.map((cell) => {
        const at = cell.meter === 'alarm' ? days.indexOf(Number(cell.from.slice(-2))) : -1;
        return at < 0 ? cell : { ...cell, cost: (cell.cost * parts(at)) / 100n };
      });
      return names(reconciled({ ...summary, cells }));
    };
    expect(off([10, 11, 12], () => 150n)).toEqual([`days-differ:CloudWatch alarms:alarm:${month}-10:${month}-12`]);
    expect(off([10, 11, 12], (at) => 150n + 50n * BigInt(at))).toHaveLength(3);
    expect(off([3, 7, 9, 14, 20], () => 150n)).toHaveLength(5);
    expect(off([3, 7, 9, 14, 20, 24], () => 150n)).toEqual([
      `days-differ:CloudWatch alarms:alarm:${month}-03:${month}-24`,
    ]);
  });

  it('are covered by a line of the whole month', async () => {
    const summary = await read([]);
    const cells = summary.cells.map((cell) => ({ ...cell, from: `${month}-01`, until: `${month}-30` }));
    expect(names(reconciled({ ...summary, cells }))).toEqual([]);
  });
});

describe('The factor', () => {
  it('F1 is billed divided by metered, and adjusts a service’s lines to the bill', async () => {
    const found = reconciled(await read([{ kind: 'dearer', family: 'Lambda', perMille: 30 }]));
    const row = found.rows.find(({ service }) => service === 'Lambda');
    expect(Number(row?.factor) / 1e12).toBeCloseTo(1.03, 4);
    const { lines } = calibrate(report.lines, found, input.key);
    const lambda = lines.flatMap(({ charges }) => charges.filter(({ meter }) => meter.startsWith('lambda')));
    expect(lambda.reduce((sum, { amount }) => sum + amount, 0n)).toBe(row?.billed);
  });
});
