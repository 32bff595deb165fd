import { aCheckin, aLentItem, aLoan, anItem, monday } from '../../../../test/builders/circulation.ts';
import type { Loan } from '../../../items/public/loan.ts';
import { decideCheckin } from './checkin.ts';
import type { CheckinRequest } from './checkin-request.ts';

const notLate = { due: '2026-03-27T22:59:59.000Z' };

const checkedIn = (over: Partial<CheckinRequest>) => {
  const decision = decideCheckin(aCheckin(over));
  const { item, patrons, bills } = decision.changes;
  return { decision, after: item?.after ?? anItem(), patrons, bills };
};

test('C71 C74 a late return is fined for open days by the terms of the loan, owed to the desk that lent', () => {
  const { bills, patrons, decision } = checkedIn({});
  // Saturday and Monday; the branch is closed on Sunday.
  const owed = { amount: 50, currency: 'EUR', member: 'birch', at: monday };
  expect(bills).toEqual([
    { billId: 'bil_1', patronId: 'pat_1', loanId: 'lon_1', itemId: 'itm_1', kind: 'overdue', ...owed },
  ]);
  expect(decision.postings).toEqual([
    { entryId: 'ent_1', kind: 'fine-charged', causeId: 'bil_1', memo: 'overdue', ...owed },
  ]);
  expect(patrons).toEqual([{ patronId: 'pat_1', add: { loans: -1, owed: 50 }, limits: [] }]);
});

test('C71 the grace period waives the first days, the cap applies, and a fine-free loan costs nothing', () => {
  const terms = aLoan().terms;
  const fine = (over: Partial<typeof terms>) =>
    checkedIn({ item: aLentItem({ terms: { ...terms, ...over } }) }).patrons[0]?.add.owed ?? 0;
  expect([fine({ grace: 1 }), fine({ grace: 2 }), fine({ cap: 40 }), fine({ cap: null }), fine({ perDay: 0 })]).toEqual(
    [50, 0, 40, 50, 0],
  );
  expect(checkedIn({ item: aLentItem({ terms: { ...terms, perDay: 0 } }) }).decision.postings).toEqual([]);
});

test('C20 a back-dated return counts from that date; a date in the future or before the loan is ignored', () => {
  const owed = (returnedAt: string) => checkedIn({ returnedAt }).patrons[0]?.add.owed ?? 0;
  expect([
    owed('2026-02-28T12:00:00.000Z'),
    owed('2026-02-27T12:00:00.000Z'),
    owed('2027-01-01T00:00:00.000Z'),
    owed('2025-01-01T00:00:00.000Z'),
  ]).toEqual([25, 0, 50, 50]);
});

test('C72 a claimed return found by the library costs nothing; returned by the patron, it is fined up to the claim', () => {
  const item = aLentItem({ claimedAt: '2026-02-28T12:00:00.000Z' }, { state: 'claimed-returned' });
  expect(checkedIn({ item }).patrons[0]?.add).toEqual({ loans: -1 });
  expect(checkedIn({ item, claimEnds: 'returned-by-patron' }).patrons[0]?.add).toEqual({ loans: -1, owed: 25 });
  // The claim was right, and counts no more against the patron.
  expect(checkedIn({ item, claimEnds: 'found-by-library' }).patrons[0]?.add).toEqual({ loans: -1, claims: -1 });
  const unclaimed = checkedIn({ item: aLentItem(notLate), claimEnds: 'found-by-library' });
  expect([unclaimed.patrons[0]?.add, unclaimed.after.state]).toEqual([{ loans: -1 }, 'available']);
});

test('C73 lost then returned: the owner reverses the charge and restores the overdue fine, once', () => {
  const item = aLentItem({ lost: { at: monday, billId: 'bil_0', amount: 3000 } }, { state: 'lost' });
  const { patrons, decision, after } = checkedIn({ item });
  expect(decision.postings).toEqual([
    {
      entryId: 'ent_2',
      at: monday,
      kind: 'lost-item-refunded',
      currency: 'EUR',
      causeId: 'bil_0',
      memo: 'lost-returned',
      member: 'ash',
      amount: 3000,
    },
    {
      entryId: 'ent_1',
      at: monday,
      kind: 'fine-charged',
      currency: 'EUR',
      causeId: 'bil_1',
      memo: 'overdue',
      member: 'birch',
      amount: 50,
    },
  ]);
  expect(patrons).toEqual([{ patronId: 'pat_1', add: { loans: -1, owed: -2950 }, limits: [] }]);
  expect(checkedIn({ item: after }).decision.postings).toEqual([]);
});

describe('C73 a lost item that is returned', () => {
  const charge = { at: '2026-03-01T11:00:00.000Z', billId: 'bil_0', amount: 3000 };
  const back = (terms: Partial<Loan['terms']>, lost = {}, more: Partial<CheckinRequest> = {}, loan = {}) => {
    const item = aLentItem(
      { lost: { ...charge, ...lost }, terms: { ...aLoan().terms, ...terms }, ...loan },
      { state: 'paid' in lost ? 'lost-and-paid' : 'lost' },
    );
    const { decision, patrons } = checkedIn({ item, at: '2026-03-20T11:00:00.000Z', ...more });
    const fine = decision.postings.find(({ kind }) => kind === 'fine-charged')?.amount ?? 0;
    const { feeRefund } = decision.changes;
    return { add: patrons[0]?.add, refund: decision.changes.refund, fine, ...(feeRefund && { feeRefund }) };
  };
  const refund = { patronId: 'pat_1', billId: 'bil_0', amount: 3000, at: '2026-03-20T11:00:00.000Z' };

  test('C73 is fined as overdue until it was lost, not for the time during which it counted as lost', () => {
    // Saturday is the one open day between the due date and the declaration on Sunday.
    expect(back({})).toEqual({ add: { loans: -1, owed: -2975 }, refund, fine: 25 });
    expect(back({ noOverdue: true })).toEqual({ add: { loans: -1, owed: -3000 }, refund, fine: 0 });
  });

  test('C73 is fined until its return if that was before it was lost, also where its loss cost nothing', () => {
    const tuesday = { at: '2026-03-03T11:00:00.000Z' };
    const early = { returnedAt: '2026-02-28T12:00:00.000Z' };
    expect([back({}, tuesday).fine, back({}, tuesday, early).fine]).toEqual([75, 25]);
    const free = { amount: 0, paid: true as const };
    expect([back({}, free).fine, back({}, free, {}, { patronId: 'erased' }).fine]).toEqual([25, 0]);
  });

  test('C73 takes its processing fee back with its charge: within the owner’s period all of it, afterwards what is open', () => {
    const at = '2026-03-20T11:00:00.000Z';
    const fee = { billId: 'bil_fee', amount: 500, open: 200 };
    const refunded = (terms: Partial<Loan['terms']>, more: Partial<typeof fee> = {}, loan: Partial<Loan> = {}) => {
      const all = { ...aLoan().terms, processingRefunded: true as const, ...terms };
      const item = aLentItem({ lost: charge, terms: all, costCentre: 'K-100', ...loan }, { state: 'lost' });
      const { decision } = checkedIn({ item, at, lostBill: { open: 0 }, feeBill: { ...fee, ...more } });
      return [decision.changes.feeRefund, decision.postings.find(({ causeId }) => causeId === 'bil_fee')];
    };
    const entry = {
      entryId: 'ent_3',
      at,
      currency: 'EUR',
      causeId: 'bil_fee',
      memo: 'lost-returned',
      costCentre: 'K-100',
    };
    expect(refunded({})).toEqual([
      { patronId: 'pat_1', billId: 'bil_fee', amount: 500, at, open: 200 },
      { ...entry, kind: 'lost-item-refunded', member: 'ash', amount: 500 },
    ]);
    const late = (open: number) => refunded({ creditDays: 5 }, { open })[1]?.amount;
    expect([late(200), late(900), late(0)]).toEqual([200, 500, undefined]);
    const none = [undefined, undefined];
    expect([refunded({ processingRefunded: false as never }), refunded({}, {}, { patronId: 'erased' })]).toEqual([
      none,
      none,
    ]);
    const plain = checkedIn({ item: aLentItem(notLate), feeBill: fee }).decision;
    expect([plain.changes.feeRefund, plain.postings]).toEqual([undefined, []]);
  });

  test('C73 is charged all the same where the owner keeps the charge, and then has no overdue fine', () => {
    expect(back({ noRefund: true })).toEqual({ add: { loans: -1 }, refund: undefined, fine: 0 });
    // The processing fee stays with the charge, also where it is refunded otherwise.
    const fee = { feeBill: { billId: 'bil_fee', amount: 500, open: 500 } };
    const stays = { processingRefunded: true, noRefund: true } as const;
    expect(back(stays, {}, fee)).toEqual({ add: { loans: -1 }, refund: undefined, fine: 0 });
    const returned = back({ processingRefunded: true }, {}, fee);
    expect(returned).toMatchObject({ add: { owed: -3475 }, feeRefund: { billId: 'bil_fee', amount: 500 } });
  });

  test('C73 refunds paid money within the owner’s period, afterwards cancels only the open amount', () => {
    const paid = { paid: true as const };
    expect(back({ creditDays: 19 }, paid, { lostBill: { open: 0 } }).refund).toEqual(refund);
    // The last day of the period includes all its hours.
    const evening = '2026-03-20T21:00:00.000Z';
    const late = back({ creditDays: 19 }, paid, { lostBill: { open: 0 }, at: evening }).refund;
    expect(late).toEqual({ ...refund, at: evening });
    expect(back({ creditDays: 18 }, paid, { lostBill: { open: 0 } })).toEqual({
      add: undefined,
      refund: undefined,
      fine: 0,
    });
    expect(back({ creditDays: 18 }, {}, { lostBill: { open: 500 } }).refund).toEqual({
      ...refund,
      amount: 500,
      open: 500,
    });
  });

  test('C73 refunds nothing to a patron who was erased meanwhile, and is shelved', () => {
    const paid = { paid: true as const };
    expect(back({}, paid, {}, { patronId: 'erased' })).toEqual({ add: undefined, refund: undefined, fine: 0 });
  });
});

test('C66 a return decreases the counters of the groups at checkout, whatever the groups are now', () => {
  const item = aLentItem({ ...notLate, groups: ['dvds', 'novelties'] });
  expect(checkedIn({ item }).patrons[0]?.add).toEqual({ loans: -1, 'group:dvds': -1, 'group:novelties': -1 });
});
