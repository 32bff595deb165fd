import { post } from '../../../../layers/records/ledger/domain/post.ts';
import { aLentItem, monday } from '../../../../test/builders/circulation.ts';
import { settleLost } from '../items/lost-and-claimed.ts';
import { decidePayments } from './payment.ts';
import { decideWaiver } from './waiver.ts';

const act = { at: monday, branchId: 'ash.main', by: 'staff:stf_1', receiptNumber: 'ash.main-000001' };
const bill = { billId: 'bil_1', kind: 'lost' as const, member: 'ash', open: 3000, currency: 'EUR' };

test('C74 a waiver is the owner’s own loss: booked against its receivables, with its reason on the bill only', () => {
  const decided = decideWaiver(bill, { ...act, amount: 1000, entryId: 'ent_1', reason: 'Ann was ill' });
  if ('refused' in decided) throw new Error('refused');
  expect(decided).toMatchObject({
    owed: -1000,
    taken: 0,
    moves: [{ open: 2000, line: { did: 'waived', reason: 'Ann was ill' } }],
  });
  const entries = decided.postings.map(post);
  expect(entries).toMatchObject([
    {
      lines: [
        { account: 'charges-waived', member: 'ash', side: 'debit', amount: 1000 },
        { account: 'patron-receivables', member: 'ash', side: 'credit', amount: 1000 },
      ],
    },
  ]);
  expect(JSON.stringify(entries)).not.toContain('Ann');
});

test('C74 no member waives another member’s money, or more than is open', () => {
  const wanted = { ...act, amount: 3001, entryId: 'ent_1', reason: 'a gift' };
  expect(decideWaiver(bill, wanted)).toEqual({
    refused: [{ code: 'more-than-open', detail: '3000 of it is open.', pointer: '/body/amount' }],
  });
  expect(decideWaiver(bill, { ...wanted, amount: 3000 })).toMatchObject({ moves: [{ open: 0 }] });
  expect(decideWaiver(bill, { ...wanted, branchId: 'elm.main' })).toMatchObject({
    refused: [{ code: 'not-your-bill', detail: 'It is owed to ash.', pointer: '/body/billId' }],
  });
});

test('C73 a waived part of the charge for a lost item is not refunded: the loan keeps the rest as its charge', () => {
  const lost = { at: monday, billId: 'bil_1', amount: 3000 };
  const item = aLentItem({ lost }, { state: 'lost' });
  const part = settleLost({ item, at: monday }, { billId: 'bil_1', open: 2000, waived: 1000 });
  expect(part?.changes).toMatchObject({
    item: { after: { state: 'lost', loan: { lost: { amount: 2000 } } } },
    patrons: [],
  });
  const whole = settleLost({ item, at: monday }, { billId: 'bil_1', open: 0, waived: 3000 });
  expect(whole?.changes.item?.after).toMatchObject({
    state: 'lost-and-paid',
    loan: { lost: { amount: 0, paid: true } },
  });
});

test('C74 a payment of several bills pays all or none, in one currency', () => {
  const line = (over: object, amount: number) => ({ bill: { ...bill, ...over }, amount, entryId: 'ent_1' });
  const paid = decidePayments([line({}, 100), line({ billId: 'bil_2', member: 'elm', open: 50 }, 50)], act);
  expect(paid).toMatchObject({ owed: -150, taken: 150, moves: [{ open: 2900 }, { open: 0 }] });
  expect('postings' in paid && paid.postings.map(({ amount, member }) => [amount, member])).toEqual([
    ...[
      [100, 'ash'],
      [50, 'elm'],
    ],
  ]);
  expect(decidePayments([line({}, 100), line({ billId: 'bil_2', open: 50 }, 51)], act)).toMatchObject({
    refused: [{ code: 'more-than-open' }],
  });
  expect(decidePayments([line({}, 100), line({ billId: 'bil_2', currency: 'USD' }, 5)], act)).toMatchObject({
    refused: [{ code: 'currencies-differ', pointer: '/body/also' }],
  });
});
