import { byCostCentre, isCostCentreOf } from './cost-centres.ts';
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
  // The payment at a desk of birch is none of its own cost centres.
  expect(byCostCentre(entries, 'birch')).toEqual([
    { costCentre: 'C1', currency: 'EUR', charged: 999, paid: 0, waived: 0, givenBack: 0 },
  ]);
});

test('payments of each kind are paid, and other entries with a cost centre are not summed', () => {
  const paid = (['fine-paid', 'lost-item-paid', 'damage-paid', 'fee-paid'] as const).map((kind, at) =>
    booked({ kind, amount: 10 ** at }),
  );
  expect(byCostCentre([...paid, booked({ kind: 'credit-paid-out', amount: 7 })], 'ash')).toEqual([
    { costCentre: 'C1', currency: 'EUR', charged: 0, paid: 1111, waived: 0, givenBack: 0 },
  ]);
  expect(byCostCentre(paid, 'birch')).toEqual([]);
});

test('a cost centre’s currencies are separate, in the order of code and currency', () => {
  const entries = [booked({ currency: 'USD' }), booked({ costCentre: 'A1' }), booked({ amount: 5 })];
  expect(byCostCentre(entries, 'ash').map(({ costCentre, currency }) => `${costCentre} ${currency}`)).toEqual([
    'A1 EUR',
    'C1 EUR',
    'C1 USD',
  ]);
});

test('only the member whose bill it is sees the cost centre: not the desk’s member, not that of another bill paid by it', () => {
  const elsewhere = booked({ kind: 'fine-paid', takenBy: 'birch' });
  expect(isCostCentreOf(elsewhere, 'ash')).toBe(true);
  expect(isCostCentreOf(elsewhere, 'birch')).toBe(false);
  const offset = booked({ kind: 'credit-offset', against: { member: 'cedar', causeId: 'bil_2' } });
  expect(isCostCentreOf(offset, 'ash')).toBe(true);
  expect(isCostCentreOf(offset, 'cedar')).toBe(false);
});
