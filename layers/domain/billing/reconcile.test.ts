import fc from 'fast-check';
import { type Fault, makeBill, type RawMonth, sumOfBill } from '../../../test/builders/bill/make-bill.ts';
import { priceRows } from '../../../test/builders/bill/price-table.ts';
import { rawMonth } from '../../../test/builders/bill/synthetic-bill.ts';
import { billCsv, type Written } from '../../../test/builders/bill/write-bill.ts';
import { exactText, toMinorUnits } from '../money/exact.ts';
import { meters } from '../pricing/meters.ts';
import { daysIn } from '../report/month.ts';
import { monthReport } from '../report/month-report.ts';
import { monthInput, reported, standingIn, syntheticSums } from '../report/synthetic-month.ts';
import { calibrate } from './calibrate.ts';
import { meteredUse } from './metered-use.ts';
import { readBill } from './read-bill.ts';
import { reconcile } from './reconcile.ts';
import type { Reconciliation } from './reconciliation.ts';
import type { BillSummary } from './summary.ts';
import { meterOf, serviceOf } from './usage-types.ts';

const month = '2026-11';
const sums = syntheticSums(month);
const input = monthInput(month, { sums });
const report = reported(monthReport(input));
const metered = meteredUse(report, { sums, readings: [standingIn(month)], until: `${month}-${daysIn(month)}` });
const used: RawMonth = rawMonth(month, sums);

const formats = ['cur-2.0', 'focus-1.0', 'focus-1.2'] as const;
const read = async (faults: readonly Fault[], written: Partial<Written> = {}): Promise<BillSummary> => {
  const csv = billCsv(makeBill(used, faults), { format: 'cur-2.0', month, ...written });
  const bill = await readBill([Buffer.from(csv)], { month, currency: 'USD' });
  if ('refused' in bill) throw new Error(JSON.stringify(bill.refused));
  return bill.summary;
};
const reconciled = (...summaries: BillSummary[]): Reconciliation => {
  const bills = summaries.map((summary, at) => ({ billId: `bill-${at + 1}`, summary }));
  const found = reconcile({ month, metered, bills });
  if (!found) throw new Error('No bill');
  return found;
};
const names = ({ exceptions }: Reconciliation): string[] => exceptions.map(({ id }) => id).sort();

const families = [...new Set(priceRows.map(({ family }) => family))];
const proxies = ['DynamoDB storage', 'S3 storage', 'CloudWatch logs', 'CloudWatch alarms', 'OpenSearch', 'CloudFront'];
const isProxy = (family: string): boolean => [...proxies, 'WAF', 'Secrets Manager'].includes(family);

describe('A bill without faults', () => {
  it.each(formats)('F1 as %s differs by less than 0.5 % in every service, and nothing is named', async (format) => {
    const found = reconciled(await read([], { format, turn: 7 }));
    expect(names(found)).toEqual([]);
    expect(found.rows.map(({ service }) => service)).toEqual(families.toSorted());
    for (const { metered: ours, difference, meters: own } of found.rows) {
      expect(Math.abs(Number(difference)) / Number(ours)).toBeLessThan(0.005);
      // Each meter by itself, in amount and in billed units: none is taken for another.
      for (const { meter, metered: mine, billed, quantity, billedQuantity } of own) {
        expect(Number(billed) / Number(mine)).toBeCloseTo(1, 3);
        const units = Number(quantity) / 1e6 / meters[meter].countsPerUnit;
        expect(Number(billedQuantity) / 1e12 / units).toBeCloseTo(1, 3);
      }
    }
    expect(found.billedOnly).toEqual([]);
  });

  it('sums to what its maker says', async () => {
    expect((await read([])).total).toBe(sumOfBill(makeBill(used)) * 100n);
  });

  it('is metered by days that sum to the month', () => {
    expect(metered.reduce((sum, { amount }) => sum + amount, 0n)).toBe(report.total);
  });
});

describe('F1 An account with the allowances of always', () => {
  // As busy as it takes to go beyond some of them, and not beyond others.
  const busy = syntheticSums(month, 40);
  const free = reported(monthReport(monthInput(month, { sums: busy, allowances: ['always'] })));
  const use = { sums: busy, readings: [standingIn(month)], until: `${month}-${daysIn(month)}` };

  it('reconciles with its bill without a difference, which stands below list prices', async () => {
    const csv = billCsv(makeBill(rawMonth(month, busy, { isFree: true })), { format: 'cur-2.0', month });
    const bill = await readBill([Buffer.from(csv)], { month, currency: 'USD' });
    if ('refused' in bill) throw new Error(JSON.stringify(bill.refused));
    const bills = [{ billId: 'bill-1', summary: bill.summary }];
    const { book } = monthInput(month);
    const found = reconcile({ month, metered: meteredUse(free, use, book), bills });
    expect(found && names(found)).toEqual([]);
    const list = reported(monthReport(monthInput(month, { sums: busy })));
    expect(list.total).toBeGreaterThan(free.total);
    // At list prices the same bill differs: what is free reaches the month by the account's own setting alone.
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

const aDay = fc.integer({ min: 1, max: 30 }).map((day) => `${month}-${String(day).padStart(2, '0')}`);
const aFamily = fc.constantFrom(...families);
const aCode = fc.constantFrom(...new Set(priceRows.map(({ code }) => code)));
const cents = fc.integer({ min: 1, max: 100_000 });
/** Usage types of one service alone whose month costs a nickel or more: half a day of them is above what is rounding. */
const large = priceRows.filter((row) => {
  const meter = meterOf(row.code, row.usageType);
  const isOfOne = priceRows.filter(({ usageType }) => usageType === row.usageType).length === 1;
  return isOfOne && (report.prices.find((price) => price.meter === meter)?.amount ?? 0n) > 5n * 10n ** 10n;
});
const aType = fc.constantFrom(...large.map(({ usageType }) => usageType));
const aFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constant('missing-day' as const), family: aFamily, day: aDay }),
  // 3 % and more on what is counted exactly, 8 % and more on what is read from sizes.
  fc
    .record({ family: aFamily, more: fc.integer({ min: 0, max: 200 }) })
    .map(({ family, more }): Fault => ({ kind: 'dearer', family, perMille: (isProxy(family) ? 80 : 30) + more })),
  // One usage type up, another of the service down.
  fc
    .record({ usageType: aType, hundreds: fc.constantFrom(-5, -3, -1, 1, 3, 5) })
    .map(({ usageType, hundreds }): Fault => ({ kind: 'type-dearer', usageType, perMille: hundreds * 100 })),
  fc.record({ kind: fc.constant('moved' as const), usageType: aType, day: aDay, to: aDay, perMille: fc.constant(800) }),
  fc.record({ kind: fc.constantFrom('credit' as const, 'reversal', 'refund', 'tax', 'unknown'), code: aCode, cents }),
  fc.record({ kind: fc.constant('support' as const), code: fc.constant('AWSSupportBusiness'), cents }),
);
const planted = fc.array(aFault, { maxLength: 10 });

const rowsOf = (family: string) => priceRows.filter((row) => row.family === family);
const rowOf = (type: string) => priceRows.find(({ usageType }) => usageType === type);
const meterNamed = (type: string): string => meterOf(rowOf(type)?.code ?? '', type) ?? '';
const permilles = (faults: readonly Fault[], family: string) =>
  rowsOf(family).map(({ usageType }) => ({
    usageType,
    net: faults.reduce((sum, fault) => {
      const isOfIt =
        (fault.kind === 'dearer' && fault.family === family) ||
        (fault.kind === 'type-dearer' && fault.usageType === usageType);
      return isOfIt ? sum + fault.perMille : sum;
    }, 0),
  }));

/** Whether what was planted can be told by its own words: a day's cost is moved once, from and to days that are billed, and no price is off by about what is tolerated. */
const isPlain = (faults: readonly Fault[]): boolean => {
  const missing = new Set(
    faults.flatMap((fault) => (fault.kind === 'missing-day' ? [`${fault.family} ${fault.day}`] : [])),
  );
  const days = faults.flatMap((fault) =>
    fault.kind === 'moved' ? [`${fault.usageType} ${fault.day}`, `${fault.usageType} ${fault.to}`] : [],
  );
  const areBilled = faults.every(
    (fault) =>
      fault.kind !== 'moved' ||
      ![fault.day, fault.to].some((day) => missing.has(`${rowOf(fault.usageType)?.family} ${day}`)),
  );
  const areClear = families.every((family) => {
    const nets = permilles(faults, family).map(({ net }) => net);
    const low = isProxy(family) ? 50 : 5;
    const spread = Math.max(...nets) - Math.min(...nets);
    return nets.every((net) => Math.abs(Math.abs(net) - low) > low / 2 && net > -900) && (spread === 0 || spread > 50);
  });
  return areBilled && areClear && new Set(days).size === days.length;
};

const pricesOff = (faults: readonly Fault[], family: string): string[] => {
  const nets = permilles(faults, family);
  const low = isProxy(family) ? 50 : 5;
  const off = nets.filter(({ net }) => Math.abs(net) > low);
  if (off.length === 0) return [];
  if (new Set(nets.map(({ net }) => net)).size === 1) return [`beyond-tolerance:${family}`];
  return off.map(({ usageType }) => `beyond-tolerance:${family}:${meterNamed(usageType)}`);
};

const givenBack = (faults: readonly Fault[]): string[] => {
  const signed = faults.flatMap((fault) => {
    if (fault.kind !== 'credit' && fault.kind !== 'reversal' && fault.kind !== 'refund') return [];
    const [kind, sign] = [fault.kind === 'refund' ? 'refund' : 'credit', fault.kind === 'reversal' ? 1n : -1n];
    return [{ id: `${kind}:${serviceOf(fault.code)}`, cost: sign * BigInt(fault.cents) * 10n ** 10n }];
  });
  return [...Map.groupBy(signed, ({ id }) => id)].flatMap(([id, own]) => {
    const costs = [...new Set(own.map(({ cost }) => cost))];
    return costs.length === 1 ? [id] : costs.map((cost) => `${id}:${month}-01:${exactText(cost)}`);
  });
};

/** Every difference that was planted, by the name that it must have. */
const namesOf = (faults: readonly Fault[]): string[] => {
  const named = faults.flatMap((fault): string[] => {
    if (fault.kind === 'missing-day') return [`missing-day:${fault.family}:${fault.day}`];
    if (fault.kind === 'unknown') return [`not-metered:${serviceOf(fault.code)}:Something-New`];
    if (fault.kind === 'tax' || fault.kind === 'support') return [`${fault.kind}:${serviceOf(fault.code)}`];
    if (fault.kind !== 'moved') return [];
    const family = rowOf(fault.usageType)?.family ?? '';
    return [fault.day, fault.to].map((day) => `day-differs:${family}:${meterNamed(fault.usageType)}:${day}`);
  });
  const prices = families.flatMap((family) => pricesOff(faults, family));
  return [...new Set([...named, ...prices, ...givenBack(faults)])].sort();
};

test('F1 names every planted difference and no other, in every format, and the lines sum to the bill', async () => {
  await fc.assert(
    fc.asyncProperty(planted.filter(isPlain), fc.constantFrom(...formats), fc.nat(80), async (faults, format, turn) => {
      const summary = await read(faults, { format, turn });
      const found = reconciled(summary);
      expect(names(found)).toEqual(namesOf(faults));
      const month = calibrate(report.lines, found, input.key);
      expect(month.total).toBe(summary.total);
      expect(month.rounded.whole).toBe(toMinorUnits(summary.total));
      const members = [...month.rounded.members.values()];
      expect(members.reduce((sum, { total }) => sum + total, 0)).toBe(month.rounded.whole);
      for (const { total, lines } of members) expect(lines.reduce((sum, cents) => sum + cents, 0)).toBe(total);
    }),
    { numRuns: 60 },
  );
});

describe('Differences that cancel are named', () => {
  it('half more for writes and half less for reads', async () => {
    const summary = await read([]);
    const of = (meter: string) =>
      summary.cells.flatMap((cell) => (cell.meter === meter ? [cell.cost] : [])).reduce((sum, cost) => sum + cost, 0n);
    const shift = of('dynamodb-read') / 2n;
    // As much more for writes as less for reads: the service comes to what was metered.
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

  it('180 and 20 billed where 100 and 100 were metered', () => {
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
    expect(names(found)).toEqual([
      `credit:Lambda:${month}-01:-5.000000000000`,
      `credit:Lambda:${month}-01:5.000000000000`,
    ]);
    expect(found.billedOnly).toMatchObject([{ id: 'credit:Lambda', cost: 0n }]);
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
  it('that says the same names nothing more', async () => {
    const summary = await read([{ kind: 'tax', code: 'AWSLambda', cents: 7 }]);
    expect(names(reconciled(summary, summary))).toEqual(['tax:Lambda']);
  });

  it('with other amounts is named by service and category, also within the tolerance', async () => {
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
  it('that are billed and not metered are named, and those in which nothing is billed at all are one difference', () => {
    const without = metered.filter(({ meter, day }) => meter !== 'sqs-request' || day !== `${month}-07`);
    return read([]).then((summary) => {
      const found = reconcile({ month, metered: without, bills: [{ billId: 'b', summary }] });
      expect(found && names(found)).toEqual([`unmetered-day:SQS:${month}-07`]);
      const cells = summary.cells.filter(({ service }) => service !== 'SQS');
      const none = reconciled({ ...summary, cells });
      expect(names(none)).toEqual(['not-billed:SQS']);
    });
  });

  it('are covered by a line of the whole month', async () => {
    const summary = await read([]);
    const cells = summary.cells.map((cell) => ({ ...cell, from: `${month}-01`, until: `${month}-30` }));
    expect(names(reconciled({ ...summary, cells }))).toEqual([]);
  });
});

describe('The factor', () => {
  it('F1 is billed over metered, and brings a service’s lines to the bill', async () => {
    const found = reconciled(await read([{ kind: 'dearer', family: 'Lambda', perMille: 30 }]));
    const row = found.rows.find(({ service }) => service === 'Lambda');
    expect(Number(row?.factor) / 1e12).toBeCloseTo(1.03, 4);
    const { lines } = calibrate(report.lines, found, input.key);
    const lambda = lines.flatMap(({ charges }) => charges.filter(({ meter }) => meter.startsWith('lambda')));
    expect(lambda.reduce((sum, { amount }) => sum + amount, 0n)).toBe(row?.billed);
  });
});
