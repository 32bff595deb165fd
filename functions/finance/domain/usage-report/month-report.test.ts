import fc from 'fast-check';
import { exactText, parseExact, sumExact, toMinorUnits } from '../../../../layers/kernel/money/exact.ts';
import { absorb, type Metered } from '../metering/aggregate.ts';
import { costOf, ofCounts } from '../pricing/cost.ts';
import type { MonthReport } from './model.ts';
import { memberView, monthReport } from './month-report.ts';
import { aSum, members, monthInput, reported, syntheticSums } from './synthetic-month.ts';

const november = reported(monthReport(monthInput()));
const inAll = (report: MonthReport, chosen: (line: MonthReport['lines'][number]) => boolean) =>
  sumExact(report.lines.filter(chosen).map((line) => line.amount));
const seeded = <T>(list: readonly T[], order: readonly number[]): T[] =>
  list
    .map((one, at) => ({ one, rank: order[at % order.length] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);

describe('A month of six members', () => {
  it('is above 100 dollars', () => {
    expect(november.roundedTotal).toBeGreaterThan(10_000);
    expect(november.members.map(({ member }) => member)).toEqual([...members]);
  });

  it('sums to the cent: members to the total, categories to each member', () => {
    expect(november.roundedTotal).toBe(toMinorUnits(november.total));
    expect(november.members.reduce((sum, { roundedTotal }) => sum + roundedTotal, 0)).toBe(november.roundedTotal);
    for (const { rounded, roundedTotal } of november.members) {
      expect(Object.values(rounded).reduce((sum, cents) => sum + cents, 0)).toBe(roundedTotal);
    }
  });

  it('costs exactly the price of the whole use, meter by meter', () => {
    const { book } = monthInput();
    const byBook = november.prices.map(({ meter, quantity }) => costOf(book, meter, quantity));
    expect(november.prices.map(({ amount }) => amount)).toEqual(byBook);
    expect(inAll(november, () => true)).toBe(sumExact(byBook));
    expect(november.total).toBe(sumExact(byBook));
  });

  it('F2 shows direct, shared, idle and unattributed cost as separate lines', () => {
    const lakeside = november.lines.filter((line) => line.member === 'lakeside');
    const kinds = [...new Set(lakeside.map(({ category, pool }) => `${category}: ${pool}`))].sort();
    expect(kinds).toEqual([
      'direct: own',
      'idle: idle',
      'shared: consortium',
      'shared: public-use',
      'unattributed: unattributed',
    ]);
    const idle = lakeside.filter((line) => line.category === 'idle').map((line) => line.operation);
    expect(idle).toEqual([
      'alarms',
      'firewall',
      'log-storage',
      'object-storage',
      'search-domain',
      'search-storage',
      'secrets',
      'signing-key',
      'table-backup',
      'table-storage',
    ]);
  });

  it('shares the search domain by the key: seven parts of 25', () => {
    const domain = november.lines.find((line) => line.member === 'lakeside' && line.operation === 'search-domain');
    // 2 instances, 30 days, 0.073 an hour, times 7/25
    expect(exactText(domain?.amount ?? 0n)).toBe('29.433600000000');
  });

  it('shares an idle line by its own key where one is agreed, without loss', () => {
    const input = monthInput();
    const lines = new Map([['search-domain' as const, new Map([...input.key.weights.keys()].map((id) => [id, 1]))]]);
    const report = reported(monthReport({ ...input, key: { ...input.key, lines } }));
    const domain = report.lines.filter(({ operation }) => operation === 'search-domain');
    // 2 instances, 30 days, 0.073 an hour, times 1/6
    expect(domain.map(({ amount }) => exactText(amount))).toEqual(
      Array(input.key.weights.size).fill('17.520000000000'),
    );
    expect(report.total).toBe(november.total);
    const others = (of: MonthReport) => of.lines.filter(({ operation }) => operation !== 'search-domain');
    expect(others(report)).toEqual(others(november));
  });

  it('bills the firewall by its parts and by requests, and no request where there is no firewall', () => {
    const inspected = (report: MonthReport) => report.prices.find(({ meter }) => meter === 'waf-request');
    const requests = syntheticSums('2026-11').reduce((sum, { counts }) => sum + counts.httpUnits, 0);
    expect(inspected(november)?.quantity).toBe(ofCounts(requests));
    const firewall = november.lines.filter((line) => line.operation === 'firewall');
    // A web ACL at 5.00 and two rules at 1.00 each
    expect(exactText(sumExact(firewall.map((line) => line.amount)))).toBe('7.000000000000');
    const open = monthInput().idle.filter(({ id }) => id !== 'firewall');
    expect(inspected(reported(monthReport(monthInput('2026-11', { idle: open }))))).toBeUndefined();
  });

  it('F2 loses no event: lines contain as many as were metered', () => {
    const metered = syntheticSums('2026-11').reduce((sum, { events }) => sum + events, 0);
    expect(november.lines.reduce((sum, { events }) => sum + events, 0)).toBe(metered);
  });

  it('shows the cost of a checkout, a search and any request', () => {
    const checkouts = november.lines.filter((line) => line.operation === 'circulation-check-out');
    const amount = sumExact(checkouts.map((line) => line.amount));
    const events = checkouts.reduce((sum, line) => sum + line.succeeded, 0);
    const [checkout, search, request, withIdle] = november.unitCosts;
    expect(checkout).toEqual({ name: 'checkout', events, amount, perEvent: expect.any(BigInt) });
    expect(search?.name).toBe('search');
    expect(request?.amount).toBe(inAll(november, (line) => line.category !== 'idle'));
    expect(withIdle?.amount).toBe(november.total);
    const off = (checkout?.perEvent ?? 0n) * BigInt(events) - amount;
    expect((off < 0n ? -off : off) * 2n <= BigInt(events)).toBe(true);
  });

  it('has no unit cost where there was no use', () => {
    const report = reported(
      monthReport(monthInput('2026-11', { unitCosts: [{ name: 'never', operations: ['none'] }] })),
    );
    expect(report.unitCosts[0]).toEqual({ name: 'never', events: 0, amount: 0n, perEvent: undefined });
  });

  it('names its price book, currency, policy, key and until when it is provisional', () => {
    const { currency, attributionPolicy, key, provisionalUntil, priceBook } = november;
    expect({ currency, attributionPolicy, key, provisionalUntil, version: priceBook.version }).toEqual({
      currency: 'USD',
      attributionPolicy: 'attribution/1',
      key: { name: 'size', version: 'key/1' },
      provisionalUntil: '2026-12-10',
      version: 'us-east-1/2024-11-01/8',
    });
  });

  it('leaves other months out', () => {
    const sums = [...syntheticSums('2026-10'), ...syntheticSums('2026-11'), ...syntheticSums('2026-12')];
    expect(reported(monthReport(monthInput('2026-11', { sums })))).toEqual(november);
  });

  it('is the same in any order of the sums and the key', () => {
    const input = monthInput();
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 7, maxLength: 50 }), (order) => {
        const key = { ...input.key, weights: new Map(seeded([...input.key.weights], order)) };
        const shuffled = { ...input, sums: seeded(input.sums, order), idle: seeded(input.idle, order), key };
        expect(reported(monthReport(shuffled))).toEqual(november);
      }),
      { numRuns: 5 },
    );
  });

  it('F8 is the same when every batch was replayed', () => {
    const days = Object.entries(Object.groupBy(syntheticSums('2026-11'), (sum) => sum.day));
    const empty: Metered = { batches: new Set(), sums: [] };
    const { sums } = [...days, ...days.toReversed()].reduce((all, [day, sums = []]) => absorb(all, day, sums), empty);
    expect(reported(monthReport(monthInput('2026-11', { sums })))).toEqual(november);
  });
});

describe('A blended price', () => {
  const tiny = (counts: [string, number][]) =>
    monthInput('2026-11', {
      idle: [],
      sums: counts.map(([member, events]) => aSum({ member }, events, 1, 0)),
      allowances: ['always'],
    });

  it('spreads allowances and tiers over all members, so that equal use costs the same', () => {
    const report = reported(
      monthReport(
        tiny([
          ['abbey', 2_000_000],
          ['law', 2_000_000],
        ]),
      ),
    );
    const calls = (member: string) =>
      report.lines.find((line) => line.member === member)?.charges.find((c) => c.meter === 'lambda-request');
    expect(calls('abbey')?.amount).toBe(calls('law')?.amount);
    // 4M calls less 1M free at 0.20 a million
    expect(report.prices.find((price) => price.meter === 'lambda-request')?.amount).toBe(parseExact('0.6'));
    expect(exactText(report.prices.find((price) => price.meter === 'lambda-request')?.unitPrice ?? 0n)).toBe(
      '0.000000150000',
    );
  });
});

describe('A report is refused', () => {
  it.each([
    ['a month that is none', monthInput('2026-11', { month: '2026-13' }), 'bad-month'],
    ['a book not yet in force', monthInput('2026-11', { month: '2024-10' }), 'price-book-not-in-force'],
    [
      'a key without weights',
      monthInput('2026-11', { key: { name: 'n', version: '1', weights: new Map([['abbey', 0]]) } }),
      'no-split-key',
    ],
  ])('for %s', (_, input, code) => {
    expect(monthReport(input)).toMatchObject({ refused: [{ code }] });
  });
});

describe("A member's view", () => {
  const view = memberView(november, 'law');

  it('F7 contains its own lines and shares only, with the rounding of the whole', () => {
    expect(new Set(view.lines.map((line) => line.member))).toEqual(new Set(['law']));
    expect(view.total).toBe(inAll(november, (line) => line.member === 'law'));
    expect(view.members).toEqual(november.members.filter((total) => total.member === 'law'));
    expect(view.roundedTotal).toBe(view.members[0]?.roundedTotal);
  });

  it('F7 names no other member, and no quantity of the whole consortium', () => {
    const text = JSON.stringify(view, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
    for (const other of members.filter((member) => member !== 'law')) expect(text).not.toContain(`"${other}"`);
    const writes = view.prices.find((price) => price.meter === 'dynamodb-write');
    expect(writes?.unitPrice).toBe(november.prices.find((price) => price.meter === 'dynamodb-write')?.unitPrice);
    expect((writes?.quantity ?? 0n) < ofCounts(1_000_000_000)).toBe(true);
    expect(writes?.amount).toBe(
      sumExact(
        view.lines
          .flatMap((l) => l.charges)
          .filter((c) => c.meter === 'dynamodb-write')
          .map((c) => c.amount),
      ),
    );
  });

  it('of all members together equals the whole', () => {
    expect(sumExact(members.map((member) => memberView(november, member).total))).toBe(november.total);
  });

  it('of an unknown member is empty', () => {
    expect(memberView(november, 'nobody')).toMatchObject({
      lines: [],
      members: [],
      total: 0n,
      roundedTotal: 0,
      prices: [],
    });
  });
});
