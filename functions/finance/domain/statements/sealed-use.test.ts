import { parseExact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { sha256, statementsInput } from '../../../../test/builders/statements.ts';
import { monthInput } from '../usage-report/synthetic-month.ts';
import { sealedDaysSchema, sealedSharesSchema, sealedUse, sealedUseSchema } from './sealed-use.ts';

const { report, key } = statementsInput();
const sums = monthInput('2026-10').sums.map((sum, at) => ({ ...sum, synthetic: at % 2 === 0 }));
const { use, texts } = sealedUse({ report, key, sums }, sha256);
const names = sealedUseSchema.parse(JSON.parse(texts.get(use) ?? ''));
const daysOf = (owner: string) => sealedDaysSchema.parse(JSON.parse(texts.get(names.days[owner] ?? '') ?? ''));
const shares = sealedSharesSchema.parse(JSON.parse(texts.get(names.shares) ?? ''));

describe('The sealed use of a month', () => {
  test('names each text by its SHA-256, the days of every owner of use, and nothing else', () => {
    expect(names.month).toBe('2026-10');
    expect(Object.keys(names.days).toSorted()).toEqual([...new Set(sums.map(({ member }) => member))].toSorted());
    for (const [name, text] of texts) expect(sha256(text)).toBe(name);
    expect(texts.size).toBe(new Set([use, names.shares, ...Object.values(names.days)]).size);
  });

  test('has every day of an owner as it was metered, in order of days, services and operations', () => {
    for (const owner of Object.keys(names.days)) {
      const own = sums.filter(({ member }) => member === owner);
      const { days } = daysOf(owner);
      const id = ({ day, service, operation }: { day: string; service: string; operation: string }) =>
        `${day} ${service} ${operation}`;
      expect(days.map(id)).toEqual(own.map(id).toSorted());
      const metered = new Map(own.map((sum) => [id(sum), sum]));
      for (const day of days) {
        const { events, succeeded, synthetic } = metered.get(id(day)) ?? {};
        expect(day).toMatchObject({ events, succeeded, synthetic });
      }
    }
  });

  test('has the cost of a member’s days, which sum to its own lines, each operation’s to that operation’s', () => {
    const { days } = daysOf('law');
    const own = report.lines.filter(({ pool, member }) => pool === 'own' && member === 'law');
    for (const { service, operation, amount } of own) {
      const costs = days.filter((day) => day.service === service && day.operation === operation);
      if (costs.length === 0) continue;
      expect(sumExact(costs.map((day) => parseExact(day.amount ?? '')))).toBe(amount);
    }
  });

  test('has no cost of the days of a pool, which no member has as its own', () => {
    const pools = Object.keys(names.days).filter((owner) => !report.lines.some((line) => line.member === owner));
    expect(pools.length).toBeGreaterThan(0);
    for (const pool of pools) expect(daysOf(pool).days.filter(({ amount }) => amount !== undefined)).toEqual([]);
  });

  test('has the prices of the meters that counted for the owner, and of no other', () => {
    const { days, prices } = daysOf('law');
    const counted = new Set(days.flatMap(({ units }) => units.map(({ meter }) => meter)));
    expect(prices.map(({ meter }) => meter)).toEqual(
      report.prices.map(({ meter }) => meter).filter((meter) => counted.has(meter)),
    );
    expect(prices.every(({ price, unit }) => parseExact(price) >= 0n && unit !== '')).toBe(true);
  });

  test('has the key in order of members, the meters with a cost, and metered amounts that sum to the month', () => {
    expect(shares.key).toEqual([...key.weights].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    expect(shares.meters).toEqual(report.prices.filter(({ amount }) => amount > 0n).map(({ meter }) => meter));
    expect(sumExact(shares.metered.map(([, , , amount]) => parseExact(amount)))).toBe(report.total);
    const places = shares.metered.map((one) => one.slice(0, 3).join('\n'));
    expect(places).toEqual([...new Set(places)].toSorted());
  });

  test('is the same to the byte in any order of the metered days', () => {
    expect(sealedUse({ report, key, sums: sums.toReversed() }, sha256).use).toBe(use);
  });
});
