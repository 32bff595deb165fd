import fc from 'fast-check';
import { owedOn } from '../../../../layers/records/ledger/domain/ledger.ts';
import { post } from '../../../../layers/records/ledger/domain/post.ts';
import type { OpenBill } from './payment.ts';
import { decidePayOut, decideSetOff } from './refund.ts';

const act = {
  at: '2026-03-02T11:00:00.000Z',
  branchId: 'birch.east',
  by: 'staff:stf_1',
  receiptNumber: 'birch.east-1',
};
const counting = () => {
  let n = 0;
  return () => `ent_${++n}`;
};
const aBill = (over: Partial<OpenBill> = {}): OpenBill => ({
  ...{ billId: 'bil_1', kind: 'lost', member: 'ash', open: -2500, currency: 'EUR' },
  ...over,
});
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

test('C73 a refund is paid out in full, at any desk, at the cost of the member that issued the bill', () => {
  const decided = decidePayOut(aBill(), { ...act, means: 'cash', entryId: counting() });
  expect(decided).toEqual({
    moves: [{ billId: 'bil_1', open: 0, line: { ...act, did: 'paid-out', amount: 2500, means: 'cash' } }],
    owed: 2500,
    taken: -2500,
    postings: [
      {
        entryId: 'ent_1',
        at: act.at,
        kind: 'credit-paid-out',
        currency: 'EUR',
        causeId: 'bil_1',
        memo: 'paid-out-at-desk',
        member: 'ash',
        amount: 2500,
        takenBy: 'birch',
      },
    ],
  });
  if ('refused' in decided) throw new Error('refused');
  expect(decided.postings.map(post)).toMatchObject([
    {
      lines: [
        { account: 'patron-receivables', member: 'ash', side: 'debit', amount: 2500 },
        { account: 'due-to-members', member: 'ash', side: 'credit', amount: 2500 },
        { account: 'due-from-members', member: 'birch', side: 'debit', amount: 2500 },
        { account: 'desk-takings', member: 'birch', side: 'credit', amount: 2500 },
      ],
    },
  ]);
});

test('C73 a bill without refund is neither paid out nor set off, and a set-off needs another open bill', () => {
  const given = { ...act, entryId: counting() };
  expect(decidePayOut(aBill({ open: 0 }), given)).toMatchObject({ refused: [{ code: 'no-money-back' }] });
  const debt = aBill({ billId: 'bil_4', open: 5 });
  expect(decideSetOff(aBill({ open: 0 }), [debt], given)).toMatchObject({ refused: [{ code: 'no-money-back' }] });
  expect(decideSetOff(aBill({ open: 5 }), [], given)).toMatchObject({ refused: [{ code: 'no-money-back' }] });
  const others = [
    aBill({ billId: 'bil_2' }),
    aBill({ billId: 'bil_3', open: 5, currency: 'USD' }),
    aBill({ billId: 'bil_5', open: 0 }),
  ];
  expect(decideSetOff(aBill(), others, given)).toMatchObject({ refused: [{ code: 'nothing-to-set-off' }] });
});

const bills = fc.array(
  fc.record({ member: fc.constantFrom('ash', 'birch', 'cedar'), open: fc.integer({ min: 1, max: 3000 }) }),
  { minLength: 1, maxLength: 20 },
);

test('C73 a set-off takes from one bill what it pays of the others, and the ledger agrees for each bill', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6000 }), bills, (credit, open) => {
      const own = aBill({ open: -credit });
      const others = open.map((one, at) => aBill({ billId: `bil_other_${at}`, ...one }));
      const decided = decideSetOff(own, others, { ...act, entryId: counting() });
      if ('refused' in decided) throw new Error('refused');
      const before = new Map([own, ...others].map((one) => [one.billId, one.open]));
      const deltas = decided.moves.map((move) => move.open - (before.get(move.billId) ?? 0));
      expect(sum(deltas)).toBe(0);
      expect(decided).toMatchObject({ owed: 0, taken: 0 });
      const entries = decided.postings.map((posting) => {
        const booked = post(posting);
        if ('refused' in booked) throw new Error(JSON.stringify(booked));
        return booked;
      });
      decided.moves.forEach(({ billId, open: left }, at) => {
        expect(owedOn(entries, billId)).toBe(deltas[at]);
        if (billId !== own.billId) expect(left).toBeGreaterThanOrEqual(0);
        else expect(left).toBeLessThanOrEqual(0);
      });
    }),
  );
});

test('C73 a set-off says on each bill against which other it went, pays at most fifteen and leaves the rest', () => {
  const debts = Array.from({ length: 17 }, (_, at) => aBill({ billId: `bil_other_${at}`, member: 'birch', open: 100 }));
  const decided = decideSetOff(aBill({ open: -2000 }), debts, { ...act, entryId: counting() });
  if ('refused' in decided) throw new Error('refused');
  const [own, first] = decided.moves;
  expect(own).toEqual({ billId: 'bil_1', open: -500, line: { ...act, did: 'set-off', amount: 1500 } });
  expect(first).toEqual({
    ...{ billId: 'bil_other_0', open: 0 },
    line: { ...act, did: 'paid-by-credit', amount: 100, otherBill: 'bil_1' },
  });
  expect([decided.moves.length, decided.postings.length]).toEqual([16, 15]);
  expect(decided.postings[0]).toMatchObject({ kind: 'credit-offset', memo: 'set-off', against: { member: 'birch' } });
});
