import { decidePayment } from './payment.ts';

const bill = { billId: 'bil_1', kind: 'overdue' as const, member: 'ash', open: 350, currency: 'EUR' };
const act = {
  branchId: 'birch.east',
  at: '2026-03-02T11:00:00.000Z',
  by: 'staff:stf_1',
  receiptNumber: 'birch.east-7',
};
const till = { ...act, means: 'card', entryId: 'ent_1' };

test('C74 a part payment at another member leaves the rest open and is booked as taken there', () => {
  expect(decidePayment(bill, { ...till, amount: 200 })).toEqual({
    moves: [{ billId: 'bil_1', open: 150, line: { ...act, did: 'paid', amount: 200, means: 'card' } }],
    owed: -200,
    taken: 200,
    postings: [
      {
        entryId: 'ent_1',
        at: till.at,
        kind: 'fine-paid',
        currency: 'EUR',
        causeId: 'bil_1',
        memo: 'paid-at-desk',
        member: 'ash',
        amount: 200,
        takenBy: 'birch',
      },
    ],
  });
});

test.each([
  ['overdue', 'fine-paid'],
  ['lost', 'lost-item-paid'],
  ['damaged', 'damage-paid'],
  ['fee', 'fee-paid'],
] as const)('a payment of a bill that is %s is booked as %s', (kind, booked) => {
  expect(decidePayment({ ...bill, kind }, { ...till, amount: 1 })).toMatchObject({ postings: [{ kind: booked }] });
});

test('a payment above the open amount is refused', () => {
  expect(decidePayment(bill, { ...till, amount: 351 })).toEqual({
    refused: [{ code: 'more-than-open', detail: '350 of it is open.', pointer: '/body/amount' }],
  });
});

test('money without a means of payment has none on its line, and a department’s bill names its cost centre in the ledger', () => {
  const { means: _means, ...unknown } = till;
  const paid = decidePayment({ ...bill, costCentre: 'K-100' }, { ...unknown, amount: 350 });
  if ('refused' in paid) throw new Error('refused');
  expect(paid.moves[0]?.line).not.toHaveProperty('means');
  expect(paid.postings[0]).toMatchObject({ costCentre: 'K-100' });
  const common = decidePayment(bill, { ...till, amount: 1 });
  expect('postings' in common && common.postings[0]).not.toHaveProperty('costCentre');
});
