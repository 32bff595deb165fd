import fc from 'fast-check';
import { draftOrder, type Line, type Order, wantedOf, withStep } from './order.ts';
import { claimableLine, claimedOrder, claimPolicyOf, lateLines, placedOn } from './order-claims.ts';
import { type AskedStep, afterStep } from './order-step.ts';

const price = { electronic: 0, electronicPrice: 0, discount: 0, tax: 0, added: 0 };
const by = 'staff:stf_1';
const placedAt = (at: string, copies = 2): Order => {
  const lines = ['Emma', 'Persuasion'].map((title) => ({
    ...{ title, price: { ...price, printed: copies, printedPrice: 1_000 } },
    shares: [{ fund: 'BOOKS', percent: 10_000 }],
  }));
  const draft = draftOrder({
    ...{ orderId: 'ord_1', memberId: 'riverton', number: '2026/00001', currency: 'EUR', v: 1, steps: [], by, at },
    terms: { year: '2026', vendor: 'MIDWEST', lines },
  });
  return withStep(draft, { state: 'placed' }, { act: 'place', by, at });
};
const after = (order: Order, step: AskedStep): Order => {
  const changed = afterStep(order, step, false);
  if (typeof changed === 'string') throw new Error(changed);
  return withStep(order, changed, { ...step, by, at: '2026-06-01T12:00:00.000Z' });
};
const policy = { after: 45, every: 30, most: 3 };
const on = (today: string, over: Partial<typeof policy> = {}, timeZone = 'America/New_York') => ({
  ...{ policy: { ...policy, ...over }, timeZone, today },
});
const due = (order: Order, today: string, over: Partial<typeof policy> = {}) =>
  lateLines(order, on(today, over)).map((late) => [late.line.number, late.lateFrom, late.due]);
const claimed = (order: Order, day: string): Order =>
  claimedOrder(order, 1, { on: day, by, at: `${day}T15:00:00.000Z` });
const order = placedAt('2026-03-01T12:00:00.000Z');

test('A50 a line is late after the days of its vendor, again some days after a claim, and on the day that the vendor named', () => {
  expect(due(order, '2026-04-14')).toEqual([]);
  expect(due(order, '2026-04-15')).toEqual([
    [1, '2026-04-15', 'claim'],
    [2, '2026-04-15', 'claim'],
  ]);
  const once = claimed(order, '2026-04-15');
  expect(due(once, '2026-05-14').map(([line]) => line)).toEqual([2]);
  expect(due(once, '2026-05-15')[0]).toEqual([1, '2026-05-15', 'claim']);
  const delayed = after(once, { act: 'delay', line: 1, until: '2026-05-04' });
  expect(due(delayed, '2026-05-03').map(([line]) => line)).toEqual([2]);
  expect(due(delayed, '2026-05-04')[0]).toEqual([1, '2026-05-04', 'claim']);
  // The day that was named did not bring it: the next claim follows after the usual days.
  expect(due(claimed(delayed, '2026-05-04'), '2026-06-03')[0]).toEqual([1, '2026-06-03', 'claim']);
});

test('A51 a line is claimed as often as its vendor states; then it is proposed to cancel it', () => {
  let line = placedAt('2026-01-02T12:00:00.000Z');
  const seen: unknown[] = [];
  for (const day of ['2026-02-01', '2026-03-03', '2026-04-02']) {
    expect(due(line, day, { after: 30, most: 2 })[0]?.[1]).toBe(day);
    seen.push(due(line, day, { after: 30, most: 2 })[0]?.[2]);
    line = claimed(line, day);
  }
  expect(seen).toEqual(['claim', 'claim', 'give-up']);
  const often = { ...on('2026-04-02', { after: 30, most: 2 }) };
  expect(claimableLine(claimed(claimed(order, '2026-01-01'), '2026-02-01'), 1, often)).toBeUndefined();
});

test('A52 days are those of the library: an order of the evening in UTC is one of the next day in Auckland', () => {
  const late = placedAt('2026-03-01T12:00:00.000Z');
  expect([placedOn(late, 'Pacific/Auckland'), placedOn(late, 'America/New_York')]).toEqual([
    '2026-03-02',
    '2026-03-01',
  ]);
});

test('A53 days are counted from the approval, and an order that is withdrawn and placed again as it was has its first day', () => {
  const step = (order: Order, act: 'write' | 'place' | 'approve' | 'reject' | 'withdraw', day: string): Order =>
    withStep(order, {}, { act, by, at: `${day}T12:00:00.000Z` });
  const rejected = step(order, 'reject', '2026-03-02');
  const approved = step(step(rejected, 'place', '2026-03-05'), 'approve', '2026-03-09');
  const received = after(approved, { act: 'receive', line: 1, copies: 1 });
  expect([placedOn(approved, 'UTC'), placedOn(received, 'UTC')]).toEqual(['2026-03-09', '2026-03-09']);
  const withdrawn = step(approved, 'withdraw', '2026-03-10');
  const again = step(withdrawn, 'place', '2026-03-20');
  expect([placedOn(again, 'UTC'), placedOn(step(again, 'approve', '2026-03-21'), 'UTC')]).toEqual([
    ...['2026-03-09', '2026-03-09'],
  ]);
  const other = step(step(withdrawn, 'write', '2026-03-18'), 'place', '2026-03-20');
  expect(placedOn(other, 'UTC')).toBe('2026-03-20');
  expect(placedOn({ steps: order.steps.slice(0, 1) }, 'UTC')).toBeUndefined();
});

test('what arrived or was cancelled is not late, and neither is an order that is a draft, received or closed', () => {
  const part = after(order, { act: 'receive', line: 1, copies: 2 });
  expect(due(part, '2026-12-01').map(([line]) => line)).toEqual([2]);
  expect(due(after(part, { act: 'cancel', line: 2, reason: 'Out of print' }), '2026-12-01')).toEqual([]);
  for (const state of ['draft', 'waiting', 'received', 'closed', 'cancelled'] as const)
    expect(due({ ...order, state }, '2026-12-01')).toEqual([]);
});

test('a day that the vendor names in a message delays the claim; of a day there and one that staff entered, the later counts', () => {
  const answer = { act: 'recorded' as const, document: 'R1', on: '2026-03-05', later: 2, available: '2026-07-01' };
  const answered: Order = { ...order, lines: order.lines.map((line) => ({ ...line, answer })) };
  expect(due(answered, '2026-06-30')).toEqual([]);
  expect(due(answered, '2026-07-01')[0]).toEqual([1, '2026-07-01', 'claim']);
  expect(
    due(after(answered, { act: 'delay', line: 1, until: '2026-08-01' }), '2026-07-01').map(([line]) => line),
  ).toEqual([2]);
  expect(due(after(answered, { act: 'delay', line: 1, until: '2026-05-01' }), '2026-06-30')).toEqual([]);
});

test('a day is recorded only for a line of which copies are missing', () => {
  const delay = { act: 'delay', until: '2026-08-01' } as const;
  expect(afterStep(order, { ...delay, line: 3 }, false)).toBe('unknown-order-line');
  const received = after(order, { act: 'receive', line: 1, copies: 2 });
  expect(afterStep(received, { ...delay, line: 1 }, false)).toBe('bad-copies');
});

test('a vendor that states only the first days is claimed every 30 days, three times', () => {
  expect(claimPolicyOf({ claimAfterDays: 45 })).toEqual(policy);
  expect(claimPolicyOf({ claimAfterDays: 45, claimEveryDays: 14, mostClaims: 5 })).toEqual({
    after: 45,
    every: 14,
    most: 5,
  });
});

test('a claim changes nothing that was ordered, and a line that was claimed is not claimed again on that day', () => {
  const days = fc.integer({ min: 0, max: 400 }).map((count) => new Date(Date.UTC(2026, 2, 1) + count * 86_400_000));
  fc.assert(
    fc.property(fc.array(days, { maxLength: 8 }), fc.integer({ min: 0, max: 2 }), (all, copies) => {
      let now = copies === 0 ? order : after(order, { act: 'receive', line: 1, copies });
      const waited = (line: Line): number => wantedOf(line) - line.received;
      for (const today of all.map((day) => day.toISOString().slice(0, 10)).toSorted()) {
        if (!claimableLine(now, 1, on(today))) continue;
        const next = claimed(now, today);
        expect(next.lines.map(({ claims: _, ...line }) => line)).toEqual(
          now.lines.map(({ claims: _, ...line }) => line),
        );
        expect(claimableLine(next, 1, on(today))).toBeUndefined();
        now = next;
      }
      const [first] = now.lines;
      expect(first?.claims?.length ?? 0).toBeLessThanOrEqual(policy.most);
      expect(first?.claims?.map(({ number }) => number) ?? []).toEqual(
        (first?.claims ?? []).map((_, place) => place + 1),
      );
      if (first && waited(first) === 0) expect(first.claims).toBeUndefined();
    }),
  );
});
