import fc from 'fast-check';
import { exampleLine, exampleOrder } from '../schemas/orders.ts';
import { onOrderChanges, onOrderOf, titleKeyOf } from './on-order.ts';
import { type Line, type Order, orderStates, wantedOf } from './order.ts';
import { isEncumbered } from './order-step.ts';
import { isDuplicate, proposedCopies } from './selecting.ts';

const line = (over: Partial<Line>): Line => ({ ...(exampleOrder.lines[0] as Line), ...over });
const order = (lines: Line[], state: Order['state'] = 'placed'): Order => ({ ...exampleOrder, lines, state });
const copies = (printed: number) => ({ price: { ...exampleLine.price, printed } });

test('A41 for at most 6 holds on a copy, 25 holds on 3 copies require 2 more and 18 require none; copies on order count', () => {
  expect(proposedCopies({ holds: 25, copies: 3, onOrder: 0 }, 6)).toBe(2);
  expect(proposedCopies({ holds: 18, copies: 3, onOrder: 0 }, 6)).toBe(0);
  expect(proposedCopies({ holds: 19, copies: 3, onOrder: 0 }, 6)).toBe(1);
  expect(proposedCopies({ holds: 25, copies: 3, onOrder: 1 }, 6)).toBe(1);
  expect(proposedCopies({ holds: 25, copies: 3, onOrder: 2 }, 6)).toBe(0);
  expect(proposedCopies({ holds: 2, copies: 0, onOrder: 0 }, 6)).toBe(1);
});

test('A41 the proposed copies are the fewest with which the holds on a copy are not too many', () => {
  const count = fc.nat(500);
  fc.assert(
    fc.property(count, count, count, fc.integer({ min: 1, max: 50 }), (holds, held, onOrder, most) => {
      const proposed = proposedCopies({ holds, copies: held, onOrder }, most);
      const all = held + onOrder + proposed;
      expect(holds).toBeLessThanOrEqual(all * most);
      if (proposed > 0) expect(holds).toBeGreaterThan((all - 1) * most);
    }),
  );
});

test('A40 a title has one key for its ISBN of 10 and of 13 digits, else its record, else none', () => {
  expect(titleKeyOf({ isbn: '0306406152' })).toBe('9780306406157');
  expect(titleKeyOf({ isbn: '9780306406157', recordId: 'rec_1' })).toBe('9780306406157');
  // A number with a wrong check digit stands on books too.
  expect(titleKeyOf({ isbn: '0306406153' })).toBe('0306406153');
  expect(titleKeyOf({ recordId: 'rec_1' })).toBe('rec_1');
  expect(titleKeyOf({})).toBeUndefined();
});

test('copies are on order from the placing until they arrive or are cancelled; lines of one title are added up', () => {
  const [ten, thirteen] = [line({ isbn: '0306406152', ...copies(3) }), line({ isbn: '9780306406157', ...copies(2) })];
  const { isbn: _, ...unnamed } = line(copies(9));
  const placed = order([ten, thirteen, unnamed]);
  expect(onOrderOf(placed)).toEqual(new Map([['9780306406157', 5]]));
  expect(onOrderChanges({ ...placed, state: 'waiting' }, placed)).toEqual([{ title: '9780306406157', copies: 5 }]);
  const part = order([
    { ...ten, received: 1 },
    { ...thirteen, cancelled: { copies: 2, reason: 'Out of print' } },
  ]);
  expect(onOrderChanges(placed, part)).toEqual([{ title: '9780306406157', copies: 2 }]);
  expect(onOrderChanges(part, { ...part, state: 'closed' })).toEqual([{ title: '9780306406157', copies: 0 }]);
  expect(onOrderChanges(part, part)).toEqual([]);
});

test('following every change of an order leaves the same copies on order as reading its last state', () => {
  const lineOf = fc
    .record({
      isbn: fc.constantFrom('0306406152', '9780306406157', '9780441478125'),
      printed: fc.integer({ min: 1, max: 9 }),
      received: fc.nat(9),
      cancelled: fc.nat(9),
    })
    .map(({ isbn, printed, received, cancelled }) =>
      line({
        ...{ isbn, ...copies(printed), received: Math.min(received, printed) },
        cancelled: { copies: Math.min(cancelled, printed - Math.min(received, printed)), reason: 'No' },
      }),
    );
  const states = fc.array(fc.tuple(fc.array(lineOf, { minLength: 1, maxLength: 4 }), fc.constantFrom(...orderStates)), {
    ...{ minLength: 1, maxLength: 6 },
  });
  fc.assert(
    fc.property(states, (each) => {
      const row = new Map<string, number>();
      let before = order([line({})], 'draft');
      for (const [lines, state] of each) {
        const after = order(lines, state);
        for (const { title, copies: left } of onOrderChanges(before, after))
          if (left === 0) row.delete(title);
          else row.set(title, left);
        before = after;
      }
      expect(row).toEqual(onOrderOf(before));
      const missing = before.lines.reduce((sum, one) => sum + Math.max(0, wantedOf(one) - one.received), 0);
      const all = [...row.values()].reduce((sum, one) => sum + one, 0);
      expect(all).toBe(isEncumbered(before.state) ? missing : 0);
    }),
  );
});

test('A40 a title that libraries have or ordered is a duplicate, unless its holds require so many copies', () => {
  expect(isDuplicate({ holds: 14, copies: 3, onOrder: 2 }, 1, 6)).toBe(true);
  expect(isDuplicate({ holds: 25, copies: 3, onOrder: 0 }, 2, 6)).toBe(false);
  expect(isDuplicate({ holds: 25, copies: 3, onOrder: 0 }, 3, 6)).toBe(true);
  expect(isDuplicate({ holds: 0, copies: 0, onOrder: 1 }, 1, 6)).toBe(true);
  // Nobody has it: as many as the library wants.
  expect(isDuplicate({ holds: 0, copies: 0, onOrder: 0 }, 9, 6)).toBe(false);
});

test('A40 an order of what is proposed is no duplicate, and one copy more is', () => {
  const count = fc.nat(200);
  fc.assert(
    fc.property(count, count, count, fc.integer({ min: 1, max: 50 }), (holds, held, onOrder, most) => {
      const demand = { holds, copies: held, onOrder };
      const proposed = proposedCopies(demand, most);
      expect(isDuplicate(demand, proposed, most)).toBe(false);
      expect(isDuplicate(demand, proposed + 1, most)).toBe(held + onOrder > 0);
    }),
  );
});
