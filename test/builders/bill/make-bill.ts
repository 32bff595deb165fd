import { type PriceRow, priceRows } from './price-table.ts';
import type { RawDay, RawResources } from './raw-use.ts';

/**
 * The faults that can be planted in a bill. `perMille` is the increase of a family of lines or of one usage type (negative:
 * cheaper; optionally only from a day on), or the part of a day's cost of a usage type that moves to another day; amounts are in
 * cents. A reversal takes a credit back. Foreign is a usage type without a meter; at midnight the first hour of a month began
 * before it, and the last ends after it.
 */
export type Fault =
  | { kind: 'type-dearer'; usageType: string; perMille: number }
  | { kind: 'dearer-from'; usageType: string; day: string; perMille: number }
  | { kind: 'foreign'; code: string; usageType: string; cents: number }
  | { kind: 'midnight'; usageType: string }
  | { kind: 'moved'; usageType: string; day: string; to: string; perMille: number }
  | { kind: 'missing-day'; family: string; day: string }
  | { kind: 'dearer'; family: string; perMille: number }
  | { kind: 'credit' | 'reversal' | 'refund' | 'tax' | 'support' | 'unknown'; code: string; cents: number };

/** A row of the bill before it is written; `usage` and `cost` in 1e-10, as the platform prints them. */
export type MadeRow = {
  id: string;
  kind: 'usage' | 'credit' | 'refund' | 'tax' | 'support';
  code: string;
  title: string;
  usageType: string;
  begin: string;
  end: string;
  usage: bigint;
  cost: bigint;
};

/**
 * The input of a bill: the use of a month (YYYY-MM), its idle resources, the number of rows for each usage type and day, and
 * whether the account has the permanent allowances. Free use has rows of its own at no cost, from the first of the month on.
 */
export type RawMonth = {
  month: string;
  days: readonly RawDay[];
  resources: RawResources;
  rowsPerDay?: number;
  isFree?: boolean;
};

const TEN = 10n ** 10n;
const million = 1_000_000n;

const halfUp = (dividend: bigint, divisor: bigint): bigint => (2n * dividend + divisor) / (2n * divisor);

const daysOf = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

const beyond = (row: PriceRow, month: RawMonth): void => {
  const days = BigInt(daysOf(month.month));
  const all = month.days.reduce((sum, day) => sum + row.of(day, month.resources, days), 0n);
  if (row.upTo !== undefined && all > row.upTo)
    throw new Error(`${row.usageType} goes beyond the first tier: add tiers`);
};

const instantOf = (day: string, hour: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000).toISOString();

/** The free quantities of each month, in billed units, from the platform's free tier page. */
const free: Record<string, bigint> = {
  'AWSLambda Request-ARM': million,
  'AWSLambda Lambda-GB-Second-ARM': 400_000n,
  'AmazonDynamoDB TimedStorage-ByteHrs': 25n,
  'AWSQueueService USE1-Requests-Tier1': million,
  'AmazonStates USE1-StateTransition': 4000n,
  'AmazonCloudWatch USE1-DataProcessing-Bytes': 5n,
  'AmazonCloudWatch USE1-CW:AlarmMonitorUsage': 10n,
  'AmazonCloudFront US-Requests-Tier2-HTTPS': 10n * million,
  'AmazonCloudFront US-DataTransfer-Out-Bytes': 1024n,
};

/** Splits a day's counts into rows: by the hour, then by resource. */
const rowsOf = (row: PriceRow, at: string, month: RawMonth, counts: bigint, dearer: bigint): MadeRow[] => {
  const day = at.slice(0, 10);
  const parts = BigInt(month.rowsPerDay ?? 1);
  return Array.from({ length: Number(parts) }, (_, part): MadeRow => {
    const own = counts / parts + (BigInt(part) < counts % parts ? 1n : 0n);
    const hour = parts === 1n ? 0 : part % 24;
    return {
      ...{ id: `${row.code}-${row.usageType}-${at}-${part}`, kind: 'usage', code: row.code, title: row.title },
      ...{ usageType: row.usageType, begin: instantOf(day, hour), end: instantOf(day, parts === 1n ? 24 : hour + 1) },
      usage: halfUp(own * TEN, row.unit),
      // Picos are 1e-12; the bill prints 1e-10.
      cost: halfUp(own * row.picos * (1000n + dearer), row.per * 100n * 1000n),
    };
  }).filter(({ usage, cost }) => usage > 0n || cost > 0n);
};

const kinds = { credit: -1n, reversal: 1n, refund: -1n, tax: 1n, support: 1n, unknown: 1n, foreign: 1n } as const;
const usageTypes = {
  credit: '',
  reversal: '',
  refund: '',
  tax: '',
  support: 'Dollar',
  unknown: 'USE1-Something-New',
} as const;

const stated = (month: string, fault: Extract<Fault, { cents: number }>, at: number): MadeRow => ({
  id: `${fault.kind}-${at}`,
  kind:
    fault.kind === 'unknown' || fault.kind === 'foreign' ? 'usage' : fault.kind === 'reversal' ? 'credit' : fault.kind,
  code: fault.code,
  title: fault.code,
  usageType: fault.kind === 'foreign' ? fault.usageType : usageTypes[fault.kind],
  begin: instantOf(`${month}-01`, 0),
  end: instantOf(`${month}-01`, 24 * daysOf(month)),
  usage: fault.kind === 'unknown' || fault.kind === 'foreign' ? TEN : 0n,
  cost: kinds[fault.kind] * BigInt(fault.cents) * 10n ** 8n,
});

/** Moves a part of a day's cost of a usage type to another day; the sum is unchanged. */
const moved = (rows: MadeRow[], fault: Fault): MadeRow[] => {
  if (fault.kind !== 'moved') return rows;
  const isOf = ({ usageType, begin }: MadeRow, day: string): boolean =>
    usageType === fault.usageType && begin.startsWith(day);
  const part = ({ cost }: MadeRow): bigint => (cost * BigInt(fault.perMille)) / 1000n;
  const whole = rows.reduce((sum, row) => (isOf(row, fault.day) ? sum + part(row) : sum), 0n);
  const target = rows.findIndex((row) => isOf(row, fault.to));
  if (target < 0) return rows;
  return rows.map((row, at) => {
    const left = isOf(row, fault.day) ? row.cost - part(row) : row.cost;
    return { ...row, cost: at === target ? left + whole : left };
  });
};

/** Shifts the hours at the ends of the month as in some bills: the first began an hour earlier, the last ends an hour later. */
const atMidnight = (rows: MadeRow[], fault: Fault, month: string): MadeRow[] => {
  if (fault.kind !== 'midnight') return rows;
  const [first, last] = [`${month}-01`, `${month}-${daysOf(month)}`];
  return rows.map((row) => {
    if (row.usageType !== fault.usageType) return row;
    if (row.begin.startsWith(first)) return { ...row, begin: instantOf(first, -1), end: instantOf(first, 0) };
    return row.begin.startsWith(last) ? { ...row, begin: instantOf(last, 24), end: instantOf(last, 25) } : row;
  });
};

/** Returns a month's bill from raw use, with planted faults. It is independent of the product's prices, meters and reports. */
export const makeBill = (month: RawMonth, faults: readonly Fault[] = []): MadeRow[] => {
  const days = BigInt(daysOf(month.month));
  const missing = new Set(
    faults.flatMap((fault) => (fault.kind === 'missing-day' ? [`${fault.family} ${fault.day}`] : [])),
  );
  const dearer = ({ family, usageType }: PriceRow, day: string): bigint =>
    faults.reduce((sum, fault) => {
      const isOfIt =
        (fault.kind === 'dearer' && fault.family === family) ||
        (fault.kind === 'type-dearer' && fault.usageType === usageType) ||
        (fault.kind === 'dearer-from' && fault.usageType === usageType && fault.day <= day);
      return isOfIt ? sum + BigInt(fault.perMille) : sum;
    }, 0n);
  for (const row of priceRows) beyond(row, month);
  const left = new Map<PriceRow, bigint>();
  const freeOf = (row: PriceRow, counts: bigint): bigint => {
    const units = month.isFree ? (free[`${row.code} ${row.usageType}`] ?? 0n) : 0n;
    const rest = left.get(row) ?? units * row.unit;
    const gift = counts < rest ? counts : rest;
    left.set(row, rest - gift);
    return gift;
  };
  const usage = month.days.flatMap((day) =>
    priceRows
      .filter(({ family }) => !missing.has(`${family} ${day.day}`))
      .flatMap((row) => {
        const counts = row.of(day, month.resources, days);
        const gift = freeOf(row, counts);
        const charged = rowsOf(row, day.day, month, counts - gift, dearer(row, day.day));
        return gift > 0n ? [...rowsOf({ ...row, picos: 0n }, `${day.day}-free`, month, gift, 0n), ...charged] : charged;
      }),
  );
  const others = faults.flatMap((fault, at) => ('cents' in fault ? [stated(month.month, fault, at)] : []));
  const moving = faults.reduce(moved, usage);
  return [...faults.reduce((rows, fault) => atMidnight(rows, fault, month.month), moving), ...others];
};

/** Returns the sum of a bill in 1e-10 dollars. */
export const sumOfBill = (rows: readonly MadeRow[]): bigint => rows.reduce((sum, { cost }) => sum + cost, 0n);
