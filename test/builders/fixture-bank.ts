const statement = {
  ...{ statementId: '2026-11-24-0f5c8e1d2a3b4c5d', bankId: '2026-117', account: 'US 0975312468', currency: 'USD' },
  ...{ day: '2026-11-24', opening: 0, closing: 281_000, entries: 6, fileName: 'bai2.txt' },
  others: [{ code: '720', amount: 90_000, text: 'Payment of a loan' }],
  sent: { at: '2026-11-25T08:00:00.000Z', by: 'staff:stf_preparer' },
};

/** The account statements of the bank: one with entries that wait. */
export const fixtureBankStatements = [{ ...statement, waiting: { entries: 4, received: 156_000, paid: 25_000 } }];

const entry = (number: number, amount: number, more: object) => ({
  ...{ number, reference: `BR-${number}`, amount, side: 'credit', valueOn: '2026-11-23', text: '', state: 'open' },
  ...more,
});
const decidedBy = { at: '2026-11-25T09:00:00.000Z', by: 'staff:stf_preparer' };

/** A statement with an exact payment, one of a part, an unknown one, a booked one, one set aside, a debit, a fee, a payment that came back, and an item that is no payment. */
export const fixtureBankStatement = {
  statement,
  entries: [
    entry(1, 100_000, {
      ...{ text: 'Invoice 2026-000042', payer: 'Riverton Public Library' },
      proposal: {
        ...{ fit: 'exact', memberId: 'riverton', settles: [{ invoice: '2026-000042', amount: 100_000 }], rest: 0 },
      },
    }),
    entry(2, 45_000, {
      text: 'ASHGROVE INV 2026 000041',
      proposal: {
        ...{ fit: 'partial', memberId: 'ashgrove', settles: [{ invoice: '2026-000041', amount: 45_000 }], rest: 0 },
      },
    }),
    entry(3, 11_000, { text: 'Thank you', proposal: { fit: 'unknown', settles: [], rest: 11_000 } }),
    entry(4, 100_000, {
      ...{ text: '2026-000031', state: 'payment' },
      decided: { as: 'payment', memberId: 'ashgrove', entryId: 'ent_7', ...decidedBy },
    }),
    entry(5, 50_000, { state: 'set-aside', decided: { as: 'set-aside', reason: 'Grant of the state', ...decidedBy } }),
    entry(6, 25_000, { side: 'debit', text: 'Valley Couriers' }),
    entry(7, 900, { side: 'debit', text: 'Account fee', nature: 'fee', ownKind: 'bank-fee-paid' }),
    entry(8, 5_000, { side: 'debit', text: 'Returned', nature: 'returned' }),
  ],
  open: [
    { memberId: 'riverton', invoice: '2026-000042', open: 100_000, dueOn: '2026-12-04' },
    { memberId: 'ashgrove', invoice: '2026-000041', open: 145_678, dueOn: '2026-10-04' },
  ],
  names: { 'staff:stf_preparer': 'Noor Haddad' },
};
