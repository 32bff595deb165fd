import { consumers } from '../functions/consumers.ts';
import { openOperations } from '../functions/finance/domain/estimate/authorizer-work.ts';
import { operationRates } from '../functions/finance/domain/estimate/rates.ts';
import { streamReaders } from '../functions/finance/domain/estimate/stream-work.ts';
import { operations } from '../functions/operations.ts';
import { members } from './members.ts';
import { demoSeed, loansIn, monthsOf, type PastSum, pastUse } from './past.ts';
import { pastMetering } from './past-metering.ts';
import { meteredPast, wholePast } from './past-whole.ts';

const window = { before: '2026-11', months: 12, seed: demoSeed };
const sums = pastUse(window);

const total = (of: (sum: PastSum) => boolean): number =>
  sums.reduce((all, sum) => all + (of(sum) ? sum.succeeded : 0), 0);
const loans = (member: string, month: string): number =>
  total((sum) => sum.member === member && sum.operation === 'circulation-check-out' && sum.day.startsWith(month));
const peakOf = (member: string): string | undefined =>
  monthsOf(window)
    .toSorted((one, other) => loans(member, other) - loans(member, one))
    .at(0);

describe('the past of the demo', () => {
  it('covers twelve whole months, including a leap day and a change of year', () => {
    expect(monthsOf({ before: '2024-03', months: 3, seed: 1 })).toEqual(['2023-12', '2024-01', '2024-02']);
    const days = new Set(pastUse({ before: '2024-03', months: 3, seed: 1 }).map(({ day }) => day));
    expect([days.size, days.has('2024-02-29'), days.has('2024-03-01')]).toEqual([91, true, false]);
    expect(() => monthsOf({ before: '2026-13', months: 1, seed: 1 })).toThrow(RangeError);
  });

  it('brings every member 2,000 to 60,000 loans each month, with any seed', () => {
    for (const seed of [demoSeed, 1, 2, 3, 4]) {
      const months = members.flatMap((member) => monthsOf(window).map((month) => loansIn(seed, member, month)));
      expect(Math.min(...months)).toBeGreaterThanOrEqual(2000);
      expect(Math.max(...months)).toBeLessThanOrEqual(60_000);
    }
  });

  it('has days that sum to the month exactly', () => {
    for (const member of members) {
      for (const month of monthsOf(window))
        expect(loans(member.memberId, month)).toBe(loansIn(demoSeed, member, month));
    }
  });

  it('peaks in summer at public libraries and in term at universities and schools', () => {
    for (const member of ['riverton', 'lakeshore']) expect(['2026-07', '2026-08']).toContain(peakOf(member));
    for (const member of ['harcourt', 'calder', 'northfield']) {
      expect(['2025-11', '2026-04', '2026-09', '2026-10']).toContain(peakOf(member));
      expect(loans(member, '2026-07')).toBeLessThan(loans(member, '2026-10') / 2);
    }
  });

  it('has the proportions of a library: nearly every loan is returned, searches outnumber loans', () => {
    const all = (operation: string) => total((sum) => sum.operation === operation);
    const perLoan = (operation: string) => all(operation) / all('circulation-check-out');
    expect(perLoan('circulation-check-in')).toBeCloseTo(0.985, 2);
    expect(perLoan('discovery-search')).toBeGreaterThan(2.5);
    expect(perLoan('circulation-renew')).toBeGreaterThan(0.3);
    expect(perLoan('resource-sharing-place-request')).toBeLessThan(0.02);
  });

  it('refers to existing operations, under the services to which they belong', () => {
    const serviceOf = new Map(operations.map(({ id, service }) => [id, service]));
    for (const { operation, service } of operationRates) {
      expect([operation, serviceOf.get(operation)]).toEqual([operation, service]);
    }
    expect(new Set(operationRates.map(({ service }) => service)).size).toBe(5);
  });

  it('reports for each day what metering would have cost, for all members', () => {
    const metering = pastMetering(sums);
    expect(metering.map(({ day }) => day)).toEqual([...new Set(sums.map(({ day }) => day))]);
    expect(metering.every(({ member, synthetic }) => member === 'consortium' && synthetic)).toBe(true);
    const invocations = (of: readonly PastSum[]) => of.reduce((all, { counts }) => all + counts.invocations, 0);
    // Occasionally a log batch contains two.
    expect(invocations(metering) / invocations(sums)).toBeGreaterThan(0.8);
    expect(invocations(metering)).toBeLessThanOrEqual(invocations(sums));
  });

  it('is marked as synthetic throughout, counts refusals beside successes, and uses whole units', () => {
    for (const { synthetic, events, succeeded, counts } of sums) {
      expect(synthetic).toBe(true);
      expect(events).toBeGreaterThanOrEqual(succeeded);
      expect(counts.invocations).toBe(events);
      expect(Object.values(counts).every((count) => Number.isSafeInteger(count * 2))).toBe(true);
    }
  });

  it('is the same each time, agrees where windows overlap, and differs with another seed', () => {
    expect(pastUse(window)).toEqual(sums);
    const shorter = pastUse({ ...window, months: 2 });
    expect(shorter).toEqual(sums.filter(({ day }) => day >= '2026-09'));
    expect(pastUse({ ...window, seed: 1, months: 2 })).not.toEqual(shorter);
  });
});

describe('The whole of a past month', () => {
  const october = { ...window, months: 1 };
  const whole = wholePast(october);
  const events = (member: string, operation?: string): number =>
    whole
      .filter((sum) => sum.member === member && (operation === undefined || sum.operation === operation))
      .reduce((all, sum) => all + sum.events, 0);

  it('has unattributed use each day: public use, work for all members, and a small unexplained part', () => {
    for (const day of new Set(whole.map((sum) => sum.day))) {
      const members = new Set(whole.filter((sum) => sum.day === day).map(({ member }) => member));
      expect(['public-use', 'consortium', 'unattributed'].filter((pool) => !members.has(pool))).toEqual([]);
    }
    expect(events('unattributed')).toBeLessThan(events('public-use') / 1000);
    const searches = members.reduce((all, { memberId }) => all + events(memberId, 'discovery-search'), 0);
    expect(events('public-use', 'discovery-search') / searches).toBeCloseTo(0.18, 2);
  });

  it('has the work that acts cause under the services of its functions; refused acts cause none', () => {
    const services = new Map(consumers.map(({ id, service }) => [id, service]));
    for (const { operation, service } of streamReaders) expect(services.get(operation)).toBe(service);
    for (const { memberId } of members) {
      const own = whole.filter((sum) => sum.member === memberId);
      const acts = own.filter(({ operation }) => operation in (streamReaders[0]?.after ?? {}));
      expect(events(memberId, 'outbox-relay-changes')).toBe(acts.reduce((all, sum) => all + sum.succeeded, 0));
      const writes = own.filter(({ operation }) => operation === 'catalogue-index-changes');
      const flips = own.filter(({ operation }) => /^circulation-check-(in|out)$/.test(operation));
      expect(writes.reduce((all, { counts }) => all + counts.writeUnits, 0)).toBe(
        // Including the harvest row of the record, in two indexes.
        5 * flips.reduce((all, { succeeded }) => all + succeeded, 0),
      );
    }
  });

  it('calls the authorizer for every request to a public operation, and names those requests correctly', () => {
    const open = operations.filter(({ permission }) => permission.some(({ who }) => who === 'anyone'));
    const named = operationRates.map(({ operation }) => operation).filter((id) => open.some((one) => one.id === id));
    expect(named.toSorted()).toEqual(openOperations.toSorted());
    const asked = whole.filter(({ operation }) => openOperations.includes(operation));
    const answers = whole.filter(({ operation }) => operation === 'membership-authorize');
    const all = (sums: readonly PastSum[]) => sums.reduce((sum, one) => sum + one.events, 0);
    expect(all(answers)).toBeGreaterThan(all(asked));
    expect(events('public-use', 'membership-authorize')).toBeLessThan(all(asked));
  });

  it('is the same each time, agrees where windows overlap, uses whole units and is metered to the last invocation', () => {
    const metered = meteredPast(october);
    expect(wholePast(october)).toEqual(whole);
    expect(
      new Set(
        meteredPast({ ...window, months: 2 })
          .filter(({ day }) => day >= '2026-10-01')
          .map((sum) => JSON.stringify(sum)),
      ),
    ).toEqual(new Set(metered.map((sum) => JSON.stringify(sum))));
    for (const { counts, synthetic } of whole) {
      expect(synthetic && Object.values(counts).every((count) => Number.isSafeInteger(count * 2))).toBe(true);
    }
    const names = whole.map(({ day, member, operation }) => `${day} ${member} ${operation}`);
    expect(new Set(names).size).toBe(names.length);
    const invocations = (of: readonly PastSum[]) => of.reduce((all, { counts }) => all + counts.invocations, 0);
    expect(invocations(pastMetering(metered))).toBeLessThanOrEqual(invocations(metered));
  });
});
