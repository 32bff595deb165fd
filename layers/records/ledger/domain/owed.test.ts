import fc from 'fast-check';
import type { LedgerEntry, LedgerRefusal } from './entry.ts';
import { balances } from './ledger.ts';
import { netPositions } from './netting.ts';
import {
  amountOf,
  chargeKinds,
  isBetweenLibraries,
  isCharge,
  movesAccount,
  type OwedPosting,
  postOwed,
  refundIdOf,
  refundOf,
  settlementKinds,
  sidesOf,
} from './owed.ts';
import { post } from './post.ts';

const booked = (made: LedgerEntry | LedgerRefusal): LedgerEntry => {
  if ('refused' in made) throw new Error(JSON.stringify(made.refused));
  return made;
};
const owing = (over: Partial<OwedPosting> = {}): OwedPosting => ({
  ...{ entryId: 'e1', at: '2026-11-24T10:00:00.000Z', kind: 'ill-loan-charged', currency: 'USD' },
  ...{ causeId: 'req_1', memo: 'loan', owes: 'ash', owed: 'birch', amount: 500 },
  ...over,
});
const lines = (posting: OwedPosting): string[] =>
  booked(postOwed(posting)).lines.map(({ account, member, side, amount }) => `${member} ${side} ${account} ${amount}`);

describe('A debt between libraries', () => {
  it('is in the books of both members, separately, for the netting', () => {
    expect(lines(owing())).toEqual([
      'ash debit ill-costs 500',
      'ash credit due-to-members 500',
      'birch debit due-from-members 500',
      'birch credit ill-income 500',
    ]);
    expect(netPositions([booked(postOwed(owing()))])).toEqual([
      { member: 'ash', currency: 'USD', owed: 0, owes: 500, net: -500 },
      { member: 'birch', currency: 'USD', owed: 500, owes: 0, net: 500 },
    ]);
  });

  it('is in the member’s books only where the other is a partner outside, and no netting settles it', () => {
    expect(lines(owing({ owed: 'prt_1' }))).toEqual(['ash debit ill-costs 500', 'ash credit due-to-partners 500']);
    expect(lines(owing({ owes: 'prt_1' }))).toEqual([
      'birch debit due-from-partners 500',
      'birch credit ill-income 500',
    ]);
    const entry = booked(postOwed(owing({ owed: 'prt_1' })));
    expect(entry.partner).toBe('prt_1');
    expect(netPositions([entry])).toEqual([]);
    expect(movesAccount(entry)).toEqual({ owes: 500, owed: 0 });
  });

  it('is refused between two partners, which have no books here', () => {
    expect(postOwed(owing({ owes: 'prt_1', owed: 'prt_2' }))).toMatchObject({ refused: [{ code: 'bad-entry' }] });
  });

  it('is returned in full, once, in the opposite direction', () => {
    const charge = booked(postOwed(owing()));
    const refund = refundOf(charge, '2026-12-01T10:00:00.000Z');
    expect(refund).toMatchObject({ entryId: 'e1-refund', owes: 'birch', owed: 'ash', amount: 500, causeId: 'req_1' });
    const both = [charge, booked(postOwed(refund))];
    for (const { account, balance } of balances(both)) if (account.startsWith('ill-')) expect(balance).toBe(0);
    expect(netPositions(both).map(({ net }) => net)).toEqual([0, 0]);
    const outside = booked(postOwed(owing({ owed: 'prt_1' })));
    expect(refundOf(outside, '2026-12-01T10:00:00.000Z')).toMatchObject({ owes: 'prt_1', owed: 'ash' });
  });
});

test('with any charges and settlements balances in each member’s books, and names its parties', () => {
  const party = fc.constantFrom('ash', 'birch', 'cedar', 'prt_1', 'prt_2');
  const some = fc.record({
    ...{ owes: party, owed: party, kind: fc.constantFrom(...chargeKinds) },
    amount: fc.integer({ min: 1, max: 100_000 }),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 30 }), (all) => {
      const meant = all.filter(
        ({ owes, owed }) => owes !== owed && !(owes.startsWith('prt') && owed.startsWith('prt')),
      );
      const entries = meant.map((one, i) => booked(postOwed(owing({ ...one, entryId: `e${i}` }))));
      for (const [i, entry] of entries.entries()) {
        const { owing: from = entry.partner, owed: to = entry.partner } = sidesOf(entry);
        expect([from, to, amountOf(entry)]).toEqual([meant[i]?.owes, meant[i]?.owed, meant[i]?.amount]);
      }
      const rows = balances(entries);
      for (const member of ['ash', 'birch', 'cedar']) {
        const own = rows.filter((row) => row.member === member);
        expect(own.reduce((sum, row) => sum + row.debit - row.credit, 0)).toBe(0);
      }
      expect(netPositions(entries).reduce((sum, { net }) => sum + net, 0)).toBe(0);
    }),
  );
});

test('a settlement takes from the account what its charge put there; a set-off takes from both', () => {
  const about = { entryId: 's1', at: '2026-11-25T10:00:00.000Z', currency: 'USD', causeId: 's1', memo: 'settlement' };
  const settled = (kind: 'partner-paid' | 'partner-received-vouchers' | 'partner-offset') =>
    movesAccount(booked(post({ ...about, kind, member: 'ash', partner: 'prt_1', amount: 300 })));
  expect(settled('partner-paid')).toEqual({ owes: -300, owed: 0 });
  expect(settled('partner-received-vouchers')).toEqual({ owes: 0, owed: -300 });
  expect(settled('partner-offset')).toEqual({ owes: -300, owed: -300 });
});

test('charges and settlements are between libraries; a fine is neither', () => {
  const about = { entryId: 's1', at: '2026-11-25T10:00:00.000Z', currency: 'USD', causeId: 's1', memo: 'settlement' };
  const kindOf = (kind: Parameters<typeof post>[0]['kind']) => {
    const made = booked(post({ ...about, kind, member: 'ash', amount: 300 }));
    return [isCharge(made), isBetweenLibraries(made)];
  };
  for (const kind of chargeKinds) expect([kind, ...kindOf(kind)]).toEqual([kind, true, true]);
  for (const kind of settlementKinds) expect([kind, ...kindOf(kind)]).toEqual([kind, false, true]);
  expect(kindOf('fine-charged')).toEqual([false, false]);
  expect(chargeKinds).toHaveLength(5);
  expect(settlementKinds).toHaveLength(5);
});

test('an entry within one member has no sides, and a charge without lines no amount', () => {
  const fine = booked(
    post({
      ...{ entryId: 'f1', at: '2026-11-25T10:00:00.000Z', kind: 'fine-charged', currency: 'USD', causeId: 'b1' },
      ...{ memo: 'overdue', member: 'ash', amount: 300 },
    }),
  );
  expect(sidesOf(fine)).toEqual({});
  expect(movesAccount(fine)).toEqual({ owes: 0, owed: 0 });
  expect(amountOf({ lines: [] })).toBe(0);
  expect(sidesOf(booked(postOwed(owing({ owed: 'prt_1' }))))).toEqual({ owing: 'ash' });
  expect(sidesOf(booked(postOwed(owing({ owes: 'prt_1' }))))).toEqual({ owed: 'birch' });
});

test('a refund says what it is, when, and of which charge', () => {
  expect(refundIdOf('e1')).toBe('e1-refund');
  const lent = booked(postOwed(owing({ owes: 'prt_1' })));
  expect(refundOf(lent, '2026-12-01T10:00:00.000Z')).toEqual({
    ...{ entryId: 'e1-refund', kind: 'ill-charge-refunded', memo: 'refund', at: '2026-12-01T10:00:00.000Z' },
    ...{ currency: 'USD', causeId: 'req_1', owes: 'birch', owed: 'prt_1', amount: 500 },
  });
  expect(movesAccount(booked(postOwed(owing({ owes: 'prt_1' }))))).toEqual({ owes: 0, owed: 500 });
  expect('partner' in booked(postOwed(owing()))).toBe(false);
});
