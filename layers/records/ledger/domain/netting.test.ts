import fc from 'fast-check';
import type { LedgerEntry, LedgerRefusal } from './entry.ts';
import { balances } from './ledger.ts';
import { endOfMonth, netPositions, nettingEntries, transfersOf } from './netting.ts';
import { post } from './post.ts';

const booked = (made: LedgerEntry | LedgerRefusal): LedgerEntry => {
  if ('refused' in made) throw new Error(JSON.stringify(made.refused));
  return made;
};
const members = ['ash', 'birch', 'cedar', 'elm'];
const happened = fc.array(
  fc.record({
    kind: fc.constantFrom('fine-charged', 'fine-paid', 'credit-paid-out', 'credit-offset', 'charge-waived'),
    member: fc.constantFrom(...members),
    takenBy: fc.constantFrom(...members),
    amount: fc.integer({ min: 1, max: 50_000 }),
    currency: fc.constantFrom('EUR', 'USD'),
  }),
  { maxLength: 50 },
);
const bookedMonth = (all: typeof happened extends fc.Arbitrary<infer T> ? T : never) =>
  all.map(({ takenBy, ...one }, at) =>
    booked(
      post({
        ...{ ...one, entryId: `e${at}`, at: '2026-03-02T11:00:00.000Z', causeId: `bil_${at}`, memo: 'test', takenBy },
        ...(one.kind === 'credit-offset' && { against: { member: takenBy, causeId: 'bil_other' } }),
      }),
    ),
  );
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

test('C74 what birch collected for ash is owed to ash; what elm paid out for ash is owed to elm', () => {
  const paid = post({
    ...{ entryId: 'e1', at: '2026-03-02T11:00:00.000Z', kind: 'fine-paid', currency: 'EUR', causeId: 'bil_1' },
    ...{ memo: 'paid', member: 'ash', amount: 500, takenBy: 'birch' },
  });
  const out = post({
    ...{ entryId: 'e2', at: '2026-03-03T11:00:00.000Z', kind: 'credit-paid-out', currency: 'EUR', causeId: 'bil_1' },
    ...{ memo: 'paid', member: 'ash', amount: 200, takenBy: 'elm' },
  });
  const positions = netPositions([booked(paid), booked(out)]);
  expect(positions).toEqual([
    { member: 'ash', currency: 'EUR', owed: 500, owes: 200, net: 300 },
    { member: 'birch', currency: 'EUR', owed: 0, owes: 500, net: -500 },
    { member: 'elm', currency: 'EUR', owed: 200, owes: 0, net: 200 },
  ]);
  expect(transfersOf(positions)).toEqual([
    { from: 'birch', to: 'ash', currency: 'EUR', amount: 300 },
    { from: 'birch', to: 'elm', currency: 'EUR', amount: 200 },
  ]);
});

test('net positions stand in the order of currency and member', () => {
  const posting = {
    at: '2026-03-02T11:00:00.000Z',
    causeId: 'bil_1',
    memo: 'paid',
    kind: 'fine-paid' as const,
    amount: 500,
  };
  const entries = ['USD', 'EUR'].map((currency) =>
    booked(post({ ...posting, entryId: `in ${currency}`, currency, member: 'birch', takenBy: 'ash' })),
  );
  expect(netPositions(entries).map(({ currency, member }) => `${currency} ${member}`)).toEqual([
    ...['EUR ash', 'EUR birch', 'USD ash', 'USD birch'],
  ]);
});

test('F10 the net positions of any month sum to zero in each currency; transfers and the netting’s entries settle them', () => {
  fc.assert(
    fc.property(happened, (all) => {
      const entries = bookedMonth(all);
      const positions = netPositions(entries);
      const transfers = transfersOf(positions);
      for (const currency of ['EUR', 'USD']) {
        const nets = positions.filter((one) => one.currency === currency).map(({ net }) => net);
        expect(sum(nets)).toBe(0);
        expect(transfers.filter((one) => one.currency === currency).length).toBeLessThanOrEqual(
          Math.max(0, nets.filter((net) => net !== 0).length - 1),
        );
      }
      for (const { member, currency, net } of positions) {
        const got = transfers.filter((one) => one.currency === currency && one.to === member).map((one) => one.amount);
        const gave = transfers
          .filter((one) => one.currency === currency && one.from === member)
          .map((one) => one.amount);
        expect(sum(got) - sum(gave)).toBe(net);
      }
      const settled = nettingEntries('2026-03', positions).map(booked);
      const after = balances([...entries, ...settled]);
      for (const row of after) if (row.account.startsWith('due-')) expect(row.balance).toBe(0);
      const netting = after.filter(({ account }) => account === 'member-netting');
      for (const row of netting)
        expect(row.balance).toBe(
          positions.find((one) => one.member === row.member && one.currency === row.currency)?.net,
        );
      // A booked netting is no new debt: the same month gives the same positions.
      expect(netPositions([...entries, ...settled])).toEqual(positions);
    }),
  );
});

test('a netting is booked at the last instant of its month, under a name that month and currency give', () => {
  expect(endOfMonth('2026-03')).toBe('2026-03-31T23:59:59.999Z');
  expect(endOfMonth('2026-12')).toBe('2026-12-31T23:59:59.999Z');
  expect(endOfMonth('2028-02')).toBe('2028-02-29T23:59:59.999Z');
  const position = (member: string, owed: number, owes: number) => ({
    ...{ member, currency: 'EUR', owed, owes, net: owed - owes },
  });
  const [settled, ...others] = nettingEntries('2026-03', [
    ...[position('ash', 500, 200), position('birch', -200, 100), position('cedar', 0, -50)],
  ]);
  expect(others).toEqual([]);
  expect(settled).toEqual({
    ...{ entryId: 'netting-2026-03-EUR', causeId: 'netting-2026-03-EUR', kind: 'netting-settled', currency: 'EUR' },
    ...{ memo: 'monthly-netting', at: '2026-03-31T23:59:59.999Z', periodKey: '2026-03' },
    lines: [
      { account: 'due-from-members', member: 'ash', side: 'credit', amount: 500 },
      { account: 'due-to-members', member: 'ash', side: 'debit', amount: 200 },
      { account: 'member-netting', member: 'ash', side: 'debit', amount: 300 },
      // More was refunded than taken: the amount is on the other side.
      { account: 'due-from-members', member: 'birch', side: 'debit', amount: 200 },
      { account: 'due-to-members', member: 'birch', side: 'debit', amount: 100 },
      { account: 'member-netting', member: 'birch', side: 'credit', amount: 300 },
      { account: 'due-to-members', member: 'cedar', side: 'credit', amount: 50 },
      { account: 'member-netting', member: 'cedar', side: 'debit', amount: 50 },
    ],
  });
});

test('a month without mutual debts books nothing', () => {
  const settled = { member: 'ash', currency: 'EUR', owed: 0, owes: 0, net: 0 };
  expect(nettingEntries('2026-03', [settled])).toEqual([]);
  expect(nettingEntries('2026-03', [])).toEqual([]);
  expect(transfersOf([settled])).toEqual([]);
});

test('the largest debtor pays the largest creditor first; of equals the first by name', () => {
  const net = (member: string, amount: number, currency = 'EUR') => ({
    member,
    currency,
    owed: 0,
    owes: 0,
    net: amount,
  });
  expect(transfersOf([net('cedar', 50), net('birch', -30), net('ash', -30), net('elm', 10)])).toEqual([
    { from: 'ash', to: 'cedar', currency: 'EUR', amount: 30 },
    { from: 'birch', to: 'cedar', currency: 'EUR', amount: 20 },
    { from: 'birch', to: 'elm', currency: 'EUR', amount: 10 },
  ]);
  expect(transfersOf([net('ash', -5), net('birch', 5), net('ash', 7, 'USD'), net('birch', -7, 'USD')])).toEqual([
    { from: 'ash', to: 'birch', currency: 'EUR', amount: 5 },
    { from: 'birch', to: 'ash', currency: 'USD', amount: 7 },
  ]);
});
