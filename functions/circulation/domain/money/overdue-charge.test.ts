import { aCalendar } from '../../../../test/builders/calendar.ts';
import { aLentItem, aLoan, monday } from '../../../../test/builders/circulation.ts';
import type { Loan } from '../../../items/public/loan.ts';
import { overdueCharge } from './overdue-charge.ts';

const charge = (loan: Partial<Loan> = {}) =>
  overdueCharge({
    ...{
      item: aLentItem(loan),
      loan: aLoan(loan),
      until: monday,
      at: '2026-03-02T12:00:00.000Z',
      calendar: aCalendar(),
    },
    ids: { bill: 'bil_1', entry: 'ent_1' },
  });

test('C74 an overdue fine belongs to the library of the lending desk: its bill, its ledger entry and its fact agree', () => {
  expect(charge()).toEqual({
    amount: 50,
    bill: {
      ...{ billId: 'bil_1', kind: 'overdue', loanId: 'lon_1', patronId: 'pat_1', itemId: 'itm_1', member: 'birch' },
      ...{ amount: 50, currency: 'EUR', at: '2026-03-02T12:00:00.000Z' },
    },
    posting: {
      ...{ entryId: 'ent_1', at: '2026-03-02T12:00:00.000Z', kind: 'fine-charged', currency: 'EUR', causeId: 'bil_1' },
      ...{ memo: 'overdue', member: 'birch', amount: 50 },
    },
    detail: { amount: 50, currency: 'EUR', days: 2 },
  });
});

test('the fine of a department’s loan names its cost centre on the bill and in the ledger', () => {
  const charged = charge({ costCentre: 'K-100' });
  expect([charged?.bill.costCentre, charged?.posting.costCentre]).toEqual(['K-100', 'K-100']);
});

test('a loan that came back in time is charged nothing', () => {
  expect(charge({ due: monday })).toBeUndefined();
});
