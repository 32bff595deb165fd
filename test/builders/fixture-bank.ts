const statement = {
  ...{ statementId: '2026-11-24-0f5c8e1d2a3b4c5d', bankId: '2026-117', account: 'US 0975312468', currency: 'USD' },
  ...{ day: '2026-11-24', opening: 0, closing: 281_000, entries: 9, fileName: 'bai2.txt' },
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

const booked = { memberId: 'ashgrove', entryId: 'ent_7', reference: 'BR-4', amount: 100_000, valueOn: '2026-11-23' };
const other = { memberId: 'riverton', entryId: 'ent_8', reference: 'BR-0', amount: 20_000, valueOn: '2026-11-20' };

/**
 * A statement with an exact payment, one of a part, an unknown one, a booked one, one set aside, a debit, a fee, a payment that came back,
 * one whose return is booked, and an item that is no payment.
 */
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
    entry(8, 100_350, {
      ...{ side: 'debit', text: 'Returned: BR-4', nature: 'returned', charges: 350 },
      returns: { fit: 'by-reference', payment: booked, fee: 350 },
    }),
    entry(9, 80_000, {
      ...{ side: 'debit', text: 'Returned', nature: 'returned', state: 'returned' },
      decided: {
        ...{ as: 'returned', memberId: 'ashgrove', payment: 'ent_5', entryId: 'ent_5-reversal', ...decidedBy },
        ...{ fee: { entryId: 'ent_6', amount: 350 } },
        charged: { memberId: 'ashgrove', month: '2026-11', lineId: 'one-off-bank-fee-ent-6' },
      },
    }),
  ],
  open: [
    { memberId: 'riverton', invoice: '2026-000042', open: 100_000, dueOn: '2026-12-04' },
    { memberId: 'ashgrove', invoice: '2026-000041', open: 145_678, dueOn: '2026-10-04' },
  ],
  ...{ payments: [booked, other], chargesFees: true },
  names: { 'staff:stf_preparer': 'Noor Haddad' },
};
