import fc from 'fast-check';
import { entry, type LedgerEntry, type LedgerRefusal, ledgerEntrySchema } from './entry.ts';
import { type EntryKind, entryKinds } from './kinds.ts';
import { append, balanceOf, balances, type Ledger, owedOn } from './ledger.ts';
import { type Posting, post } from './post.ts';

const booked = (made: LedgerEntry | LedgerRefusal): LedgerEntry => {
  if ('refused' in made) throw new Error(JSON.stringify(made.refused));
  return made;
};
const posting = (over: Partial<Posting> = {}): Posting => ({
  entryId: 'e1',
  at: '2026-10-31T23:59:59.000Z',
  kind: 'fine-charged',
  currency: 'EUR',
  causeId: 'bill-1',
  memo: 'overdue',
  member: 'lakeside',
  amount: 150,
  ...over,
});
// A netting books the mutual debts of all members in one specially built entry.
const kinds = (Object.keys(entryKinds) as EntryKind[]).filter((kind) => kind !== 'netting-settled');
const members = ['lakeside', 'abbey', 'hilltop'];
const postings = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    amount: fc.integer({ min: 1, max: 100_000 }),
    member: fc.constantFrom(...members),
    takenBy: fc.constantFrom(...members),
    currency: fc.constantFrom('EUR', 'USD'),
    causeId: fc.constantFrom('bill-1', 'bill-2'),
  }),
  { maxLength: 60 },
);

describe('An entry of the ledger', () => {
  it('is read as it was booked, and stands in the books of a month', () => {
    const made = booked(post(posting()));
    expect(ledgerEntrySchema.parse(made)).toEqual(made);
    for (const periodKey of ['2026', '2026-1', '2026-10-31', 'of 2026-10', ''])
      expect(ledgerEntrySchema.safeParse({ ...made, periodKey }).success).toBe(false);
  });

  it('charges a fine in the books of the member, in the UTC month', () => {
    expect(post(posting())).toEqual({
      entryId: 'e1',
      at: '2026-10-31T23:59:59.000Z',
      kind: 'fine-charged',
      currency: 'EUR',
      lines: [
        { account: 'patron-receivables', member: 'lakeside', side: 'debit', amount: 150 },
        { account: 'fines-income', member: 'lakeside', side: 'credit', amount: 150 },
      ],
      causeId: 'bill-1',
      memo: 'overdue',
      periodKey: '2026-10',
    });
  });

  it('paid at another member makes the desk’s member owe the owner of the bill', () => {
    expect(booked(post(posting({ kind: 'fine-paid', takenBy: 'abbey' }))).lines).toEqual([
      { account: 'desk-takings', member: 'abbey', side: 'debit', amount: 150 },
      { account: 'due-to-members', member: 'abbey', side: 'credit', amount: 150 },
      { account: 'due-from-members', member: 'lakeside', side: 'debit', amount: 150 },
      { account: 'patron-receivables', member: 'lakeside', side: 'credit', amount: 150 },
    ]);
  });

  it('is refused when it does not balance', () => {
    const { lines, periodKey: _, ...rest } = booked(post(posting()));
    expect(
      entry({ ...rest, lines: lines.map((line) => ({ ...line, amount: line.side === 'debit' ? 150 : 149 })) }),
    ).toEqual({
      refused: [{ code: 'unbalanced', detail: 'Debits less credits of lakeside are 1', pointer: '/lines' }],
    });
  });

  it('is refused when it balances only across members', () => {
    const { lines, periodKey: _, ...rest } = booked(post(posting()));
    const across = lines.map((line) => ({ ...line, member: line.side === 'debit' ? 'abbey' : 'lakeside' }));
    expect(entry({ ...rest, lines: across })).toMatchObject({
      refused: [{ code: 'unbalanced' }, { code: 'unbalanced' }],
    });
  });

  it.each([
    [{ amount: 0 }, '/lines/0/amount'],
    [{ amount: -5 }, '/lines/0/amount'],
    [{ amount: 1.5 }, '/lines/0/amount'],
    [{ currency: 'euro' }, '/currency'],
    [{ memo: 'Paid by Ann' }, '/memo'],
    [{ at: '31 October' }, '/at'],
    [{ causeId: '' }, '/causeId'],
    [{ entryId: '' }, '/entryId'],
    [{ member: '' }, '/lines/0/member'],
    [{ memo: '' }, '/memo'],
    [{ memo: 'overdue-' }, '/memo'],
    [{ memo: 'Overdue' }, '/memo'],
    [{ memo: 'over_due' }, '/memo'],
    [{ at: '12026-10-31T23:59:59.000Z' }, '/periodKey'],
    [{ costCentre: 'Ann Smith' }, '/costCentre'],
    [{ partner: '' }, '/partner'],
    [{ partner: 'p'.repeat(65) }, '/partner'],
  ])('is refused with %j', (over, pointer) => {
    expect(post(posting(over))).toMatchObject({
      refused: expect.arrayContaining([expect.objectContaining({ code: 'bad-entry', pointer })]),
    });
  });
});

describe('An entry’s shape', () => {
  const { lines, periodKey: _, ...rest } = booked(post(posting()));

  it('has two lines at least, and no field that nobody knows', () => {
    expect(entry({ ...rest, lines: [] })).toMatchObject({ refused: [{ code: 'bad-entry', pointer: '/lines' }] });
    expect(entry({ ...rest, lines: lines.slice(0, 1) })).toMatchObject({ refused: [{ pointer: '/lines' }] });
    const named = { ...rest, lines, patron: 'Ann' };
    expect(entry(named)).toMatchObject({ refused: [{ code: 'bad-entry', detail: expect.stringContaining('patron') }] });
  });

  it('names a line’s other bill, and no empty one', () => {
    const [first, ...others] = lines;
    if (first === undefined) throw new Error('no line');
    expect(entry({ ...rest, lines: [{ ...first, causeId: 'bill-2' }, ...others] })).toMatchObject({
      periodKey: '2026-10',
    });
    expect(entry({ ...rest, lines: [{ ...first, causeId: '' }, ...others] })).toMatchObject({
      refused: [{ pointer: '/lines/0/causeId' }],
    });
  });

  it('keeps department and partner, as codes', () => {
    expect(entry({ ...rest, lines, costCentre: 'C1', partner: 'prt_1' })).toMatchObject({
      costCentre: 'C1',
      partner: 'prt_1',
      memo: 'overdue',
    });
    expect(entry({ ...rest, lines, memo: 'lost-item-2' })).toMatchObject({ memo: 'lost-item-2' });
  });

  it('refuses what is off in each member’s books, by how much', () => {
    const wrong = lines.map((line) => (line.side === 'credit' ? { ...line, amount: 170 } : line));
    expect(entry({ ...rest, lines: wrong })).toEqual({
      refused: [{ code: 'unbalanced', detail: 'Debits less credits of lakeside are -20', pointer: '/lines' }],
    });
  });
});

describe('The trial balance', () => {
  const paid = booked(post(posting({ entryId: 'e2', kind: 'fine-paid', amount: 100 })));

  it('has debits, credits and the balance on the side that raises the account, by member, account and currency', () => {
    const yen = booked(post(posting({ entryId: 'e3', currency: 'JPY', amount: 7 })));
    const abbey = booked(post(posting({ entryId: 'e4', member: 'abbey', amount: 5 })));
    const row = (
      member: string,
      account: string,
      currency: string,
      debit: number,
      credit: number,
      balance: number,
    ) => ({
      ...{ member, account, currency, debit, credit, balance },
    });
    expect(balances([yen, paid, abbey, booked(post(posting()))])).toEqual([
      row('abbey', 'fines-income', 'EUR', 0, 5, 5),
      row('abbey', 'patron-receivables', 'EUR', 5, 0, 5),
      row('lakeside', 'desk-takings', 'EUR', 100, 0, 100),
      row('lakeside', 'fines-income', 'EUR', 0, 150, 150),
      row('lakeside', 'fines-income', 'JPY', 0, 7, 7),
      row('lakeside', 'patron-receivables', 'EUR', 150, 100, 50),
      row('lakeside', 'patron-receivables', 'JPY', 7, 0, 7),
    ]);
  });

  it('gives one account in one currency of one member', () => {
    const entries = [
      booked(post(posting())),
      paid,
      booked(post(posting({ entryId: 'e3', currency: 'JPY', amount: 7 }))),
    ];
    const wanted = { account: 'patron-receivables', member: 'lakeside', currency: 'EUR' } as const;
    expect(balanceOf(entries, wanted)).toBe(50);
    expect(balanceOf(entries, { ...wanted, currency: 'JPY' })).toBe(7);
    expect(balanceOf(entries, { ...wanted, currency: 'USD' })).toBe(0);
    expect(balanceOf(entries, { ...wanted, account: 'bank' })).toBe(0);
    expect(balanceOf(entries, { ...wanted, member: 'abbey' })).toBe(0);
  });

  it('counts a credit that pays another bill on each bill', () => {
    const charged = booked(post(posting({ causeId: 'bill-2', entryId: 'e5', amount: 40 })));
    const refunded = booked(post(posting({ kind: 'lost-item-refunded', entryId: 'e6', amount: 40 })));
    const against = { member: 'lakeside', causeId: 'bill-2' };
    const offset = booked(post(posting({ kind: 'credit-offset', entryId: 'e7', amount: 40, against })));
    expect(offset.lines.map(({ causeId }) => causeId)).toEqual([undefined, 'bill-2']);
    expect(owedOn([charged, refunded], 'bill-1')).toBe(-40);
    expect(owedOn([charged, refunded, offset], 'bill-1')).toBe(0);
    expect(owedOn([charged, refunded, offset], 'bill-2')).toBe(0);
  });
});

describe('The ledger', () => {
  const charged = booked(post(posting()));
  const empty: Ledger = new Map();

  it('books an entry once', () => {
    const once = append(empty, charged);
    if ('refused' in once) throw new Error('refused');
    expect([...once.values()]).toEqual([charged]);
    expect(append(once, { ...charged })).toBe(once);
  });

  it('never changes what is booked', () => {
    const other = booked(post(posting({ amount: 200 })));
    expect(append(new Map([['e1', charged]]), other)).toEqual({
      refused: [{ code: 'entry-differs', detail: 'Entry e1 is booked otherwise and never changes' }],
    });
  });

  it('returns the open amount of a bill after a charge, a payment and a return', () => {
    const lost = booked(post(posting({ entryId: 'e2', kind: 'lost-item-charged', amount: 2000, causeId: 'bill-2' })));
    const paid = booked(post(posting({ entryId: 'e3', kind: 'fine-paid', amount: 100 })));
    const returned = booked(
      post(posting({ entryId: 'e4', kind: 'lost-item-refunded', amount: 2000, causeId: 'bill-2' })),
    );
    const entries = [charged, lost, paid];
    expect(owedOn(entries, 'bill-1')).toBe(50);
    expect(owedOn(entries, 'bill-2')).toBe(2000);
    expect(owedOn([...entries, returned], 'bill-2')).toBe(0);
    expect(balanceOf(entries, { account: 'desk-takings', member: 'lakeside', currency: 'EUR' })).toBe(100);
    expect(balanceOf(entries, { account: 'desk-takings', member: 'abbey', currency: 'EUR' })).toBe(0);
  });

  it('always has debits equal to credits, for each member and currency, in any order', () => {
    fc.assert(
      fc.property(postings, (happened) => {
        const entries = happened.map((one, at) => booked(post(posting({ ...one, entryId: `e${at}` }))));
        const rows = balances(entries);
        for (const member of members) {
          for (const currency of ['EUR', 'USD']) {
            const own = rows.filter((row) => row.member === member && row.currency === currency);
            expect(own.reduce((sum, row) => sum + row.debit - row.credit, 0)).toBe(0);
          }
        }
        const dues = (account: string) =>
          rows.filter((row) => row.account === account).reduce((sum, row) => sum + row.balance, 0);
        expect(dues('due-from-members')).toBe(dues('due-to-members'));
        expect(balances(entries.toReversed())).toEqual(rows);
      }),
    );
  });
});
