import fc from 'fast-check';
import { exampleOrder } from '../schemas/orders.ts';
import { comesOn, comesTooLate } from './needed-by.ts';
import type { Line } from './order.ts';

const line = (over: Partial<Line>): Line => ({ ...(exampleOrder.lines[0] as Line), ...over });
const lateOf = (over: Partial<Line>) => comesTooLate({ lines: [line(over)] });
const answer = { act: 'recorded' as const, document: 'R77', on: '2027-02-01' };

test('A44 a title needed by 1 March whose delivery is quoted for 20 March comes too late; on the day itself it does not', () => {
  expect(lateOf({ neededBy: '2027-03-01', quotedFor: '2027-03-20' })).toEqual([{ line: 1, comesOn: '2027-03-20' }]);
  expect(lateOf({ neededBy: '2027-03-20', quotedFor: '2027-03-20' })).toEqual([]);
  expect([lateOf({ neededBy: '2027-03-01' }), lateOf({ quotedFor: '2027-03-20' }), lateOf({})]).toEqual([[], [], []]);
});

test('a day that the vendor named after the quote counts instead of it, the later of two', () => {
  const quoted = { neededBy: '2027-03-01', quotedFor: '2027-02-20' };
  expect(lateOf(quoted)).toEqual([]);
  expect(lateOf({ ...quoted, answer: { ...answer, available: '2027-03-05' } })).toEqual([
    { line: 1, comesOn: '2027-03-05' },
  ]);
  expect(comesOn({ ...quoted, delayedUntil: '2027-03-09', answer: { ...answer, available: '2027-03-05' } })).toBe(
    '2027-03-09',
  );
  expect(lateOf({ neededBy: '2027-03-01', quotedFor: '2027-03-20', delayedUntil: '2027-02-25' })).toEqual([]);
});

test('a line of which everything arrived or was cancelled does not come too late', () => {
  const late = { neededBy: '2027-03-01', quotedFor: '2027-03-20' };
  expect(lateOf({ ...late, received: 4 })).toEqual([]);
  expect(lateOf({ ...late, received: 3 })).toHaveLength(1);
  expect(lateOf({ ...late, cancelled: { copies: 4, reason: 'Out of print' } })).toEqual([]);
});

test('A44 a later day by which a title is needed never makes it come too late', () => {
  const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
  const days = fc.tuple(day, day, day).map((three) => three.map((one) => one.toISOString().slice(0, 10)));
  fc.assert(
    fc.property(days, ([one = '', other = '', quotedFor = '']) => {
      const [earlier = '', later = ''] = [one, other].toSorted();
      if (lateOf({ neededBy: earlier, quotedFor }).length === 0)
        expect(lateOf({ neededBy: later, quotedFor })).toEqual([]);
    }),
  );
});
