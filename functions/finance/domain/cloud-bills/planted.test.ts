import fc from 'fast-check';
import { toMinorUnits } from '../../../../layers/kernel/money/exact.ts';
import type { Fault } from '../../../../test/builders/bill/make-bill.ts';
import {
  formats,
  input,
  metered,
  month,
  names,
  read,
  reconciled,
  report,
} from '../../../../test/builders/bill/planted-bill.ts';
import { priceRows } from '../../../../test/builders/bill/price-table.ts';
import { calibrate } from './calibrate.ts';
import { meterOf, serviceOf } from './usage-types.ts';

const families = [...new Set(priceRows.map(({ family }) => family))];
const proxies = [
  'DynamoDB storage',
  'S3 storage',
  'CloudWatch logs',
  'OpenSearch storage',
  'CloudFront',
  'WAF requests',
  'SQS',
];
const isProxy = (family: string): boolean => proxies.includes(family);

const aDay = fc.integer({ min: 1, max: 30 }).map((day) => `${month}-${String(day).padStart(2, '0')}`);
const aFamily = fc.constantFrom(...families);
const aCode = fc.constantFrom(...new Set(priceRows.map(({ code }) => code)));
const cents = fc.integer({ min: 1, max: 100_000 });
/** Usage types of a single service with a monthly cost of a nickel or more: half a day of them exceeds rounding. */
const large = priceRows.filter((row) => {
  const meter = meterOf(row.code, row.usageType);
  const isOfOne = priceRows.filter(({ usageType }) => usageType === row.usageType).length === 1;
  return isOfOne && (report.prices.find((price) => price.meter === meter)?.amount ?? 0n) > 5n * 10n ** 10n;
});
const rowOf = (type: string) => priceRows.find(({ usageType }) => usageType === type);
const meterNamed = (type: string): string => meterOf(rowOf(type)?.code ?? '', type) ?? '';
const aType = fc.constantFrom(...large.map(({ usageType }) => usageType));
/** Billed products that we do not meter, by product and usage type. */
const foreign = [
  { code: 'AWSDataTransfer', usageType: 'USE1-DataTransfer-Out-Bytes' },
  { code: 'AmazonS3', usageType: 'USE1-USW2-AWS-Out-Bytes' },
  { code: 'awskms', usageType: 'us-east-1-KMS-Requests' },
  { code: 'AmazonCloudWatch', usageType: 'USE1-VendedLog-Bytes' },
];
const aFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constant('missing-day' as const), family: aFamily, day: aDay }),
  // 3 % and more on exact counts, 8 % and more on values read from sizes.
  fc
    .record({ family: aFamily, more: fc.integer({ min: 0, max: 200 }) })
    .map(({ family, more }): Fault => ({ kind: 'dearer', family, perMille: (isProxy(family) ? 80 : 30) + more })),
  // One usage type up, another of the service down.
  fc
    .record({ usageType: aType, hundreds: fc.constantFrom(-5, -3, -1, 1, 3, 5) })
    .map(({ usageType, hundreds }): Fault => ({ kind: 'type-dearer', usageType, perMille: hundreds * 100 })),
  fc
    .record({ usageType: aType, day: aDay, more: fc.integer({ min: 0, max: 200 }) })
    .map(({ usageType, day, more }): Fault => {
      const perMille = (isProxy(rowOf(usageType)?.family ?? '') ? 80 : 30) + more;
      return { kind: 'dearer-from', usageType, day, perMille };
    }),
  fc.record({ kind: fc.constant('moved' as const), usageType: aType, day: aDay, to: aDay, perMille: fc.constant(800) }),
  fc.record({ kind: fc.constantFrom('credit' as const, 'reversal', 'refund', 'tax', 'unknown'), code: aCode, cents }),
  fc.record({ kind: fc.constant('midnight' as const), usageType: aType }),
  fc
    .record({ type: fc.constantFrom(...foreign), cents })
    .map(({ type, cents: cost }): Fault => ({ kind: 'foreign', ...type, cents: cost })),
  fc.record({ kind: fc.constant('support' as const), code: fc.constant('AWSSupportBusiness'), cents }),
);
const planted = fc.array(aFault, { maxLength: 10 });

type From = Extract<Fault, { kind: 'dearer-from' }>;
/** Returns the days on which a type is used and billed: before its price increase, and after. */
const halvesOf = ({ usageType, day: from }: From, faults: readonly Fault[]): [string[], string[]] => {
  const family = rowOf(usageType)?.family;
  const isMissing = (day: string): boolean =>
    faults.some((fault) => fault.kind === 'missing-day' && fault.family === family && fault.day === day);
  const days = metered
    .filter(({ meter, day, quantity }) => meter === meterNamed(usageType) && quantity > 0n && !isMissing(day))
    .map(({ day }) => day)
    .sort();
  return [days.filter((day) => day < from), days.filter((day) => day >= from)];
};
/** Returns whether it is the only differing price of its family, with two days on each side. */
const isClearFrom = (one: From, faults: readonly Fault[]): boolean => {
  const family = rowOf(one.usageType)?.family;
  const isOfIt = (fault: Fault): boolean =>
    (fault.kind === 'dearer' && fault.family === family) ||
    ('usageType' in fault && rowOf(fault.usageType)?.family === family);
  return faults.every((fault) => fault === one || !isOfIt(fault)) && halvesOf(one, faults).every((h) => h.length > 1);
};

const rowsOf = (family: string) => priceRows.filter((row) => row.family === family);
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

/**
 * Returns whether planted differences can be identified individually: a day's cost is moved once, between billed days, and no price
 * differs by about the tolerance.
 */
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
  const areFrom = faults.every((fault) => fault.kind !== 'dearer-from' || isClearFrom(fault, faults));
  return areBilled && areClear && areFrom && new Set(days).size === days.length;
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
    const signs = new Set(own.map(({ cost }) => (cost > 0n ? 'taken' : 'given')));
    return signs.size === 1 ? [id] : [...signs].map((sign) => `${id}:${sign}`);
  });
};

/** Returns the expected name of every planted difference. */
const namesOf = (faults: readonly Fault[]): string[] => {
  const named = faults.flatMap((fault): string[] => {
    if (fault.kind === 'missing-day') return [`missing-day:${fault.family}:${fault.day}`];
    if (fault.kind === 'unknown') return [`not-metered:${serviceOf(fault.code)}:Something-New`];
    if (fault.kind === 'foreign')
      return [`not-metered:${serviceOf(fault.code)}:${fault.usageType.replace(/^(USE1|us-east-1)-/, '')}`];
    if (fault.kind === 'tax' || fault.kind === 'support') return [`${fault.kind}:${serviceOf(fault.code)}`];
    if (fault.kind !== 'dearer-from') return [];
    const [, run] = halvesOf(fault, faults);
    return [`days-differ:${rowOf(fault.usageType)?.family}:${meterNamed(fault.usageType)}:${run[0]}:${run.at(-1)}`];
  });
  const moves = faults.filter((fault) => fault.kind === 'moved');
  const moved = [...Map.groupBy(moves, ({ usageType }) => usageType)].flatMap(([usageType, own]) => {
    const days = own.flatMap(({ day, to }) => [day, to]).sort();
    const of = `${rowOf(usageType)?.family}:${meterNamed(usageType)}`;
    // More than five are not named individually.
    if (days.length > 5) return [`days-differ:${of}:${days[0]}:${days.at(-1)}`];
    return days.map((day) => `day-differs:${of}:${day}`);
  });
  const prices = families.flatMap((family) => pricesOff(faults, family));
  return [...new Set([...named, ...moved, ...prices, ...givenBack(faults)])].sort();
};

test('F1 every planted difference is named and no other, in every format, and the lines sum to the bill', async () => {
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
