import { byCostCentre } from './cost-centres.ts';
import type { LedgerEntry } from './entry.ts';
import { type Posting, post } from './post.ts';

let serial = 0;
const booked = (over: Partial<Posting>): LedgerEntry => {
  serial += 1;
  const at = '2026-03-02T11:00:00.000Z';
  const about = { entryId: `led_${serial}`, at, kind: 'fine-charged' as const, causeId: 'bil_1', memo: 'overdue' };
  const made = post({ ...about, currency: 'EUR', member: 'ash', amount: 100, costCentre: 'C1', ...over });
  if ('refused' in made) throw new Error('it can be booked');
  return made;
};

test('charges of a month are summed by cost centre, in the books of the creditor, wherever they were paid', () => {
  const { costCentre: _, ...nobodys } = booked({});
  const entries = [
    booked({ amount: 350 }),
    booked({ kind: 'lost-item-charged', amount: 3000 }),
    booked({ kind: 'lost-item-refunded', amount: 3000 }),
    booked({ kind: 'fine-paid', amount: 200, takenBy: 'birch' }),
    booked({ kind: 'charge-waived', amount: 50 }),
    booked({ kind: 'fee-charged', amount: 70, costCentre: 'A9' }),
    booked({ member: 'birch', amount: 999 }),
    nobodys,
  ];
  expect(byCostCentre(entries, 'ash')).toEqual([
    { costCentre: 'A9', currency: 'EUR', charged: 70, paid: 0, waived: 0, givenBack: 0 },
    { costCentre: 'C1', currency: 'EUR', charged: 3350, paid: 200, waived: 50, givenBack: 3000 },
  ]);
});
