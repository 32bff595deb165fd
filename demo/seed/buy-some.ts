import * as z from 'zod';
import { memberOfBranch } from '../../layers/kernel/identity/roles.ts';
import { members } from '../members.ts';
import { itemBarcode } from '../numbers.ts';
import { fundYear } from './fill-funds.ts';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

const DAY = 86_400_000;
/** The first number of their barcodes, after those of items without a record. */
const FIRST_NUMBER = 99_101;

/** What libraries bought in shops: for which fund, and why it was undone. Prices in minor units. */
const purchases = [
  { branchId: 'riverton.main', title: 'Rowing the old canal', price: 1_850, fund: 'BOOKS-ADULT', daysAgo: 9 },
  { branchId: 'riverton.main', title: 'Cooking for a crowd', price: 2_210, fund: 'BOOKS-ADULT', daysAgo: 3 },
  { branchId: 'lakeshore.main', title: 'Signals of the lake steamers', price: 2_600, fund: 'BOOKS-ADULT', daysAgo: 5 },
  { branchId: 'northfield.upper', title: 'The school by the mill', price: 700, fund: 'BOOKS', daysAgo: 4 },
];

/** Records what libraries bought without an order, and undoes one that was returned. `now` in epoch ms. */
export const buySome = async ({ act }: Performer, actor: StaffActors, now: number): Promise<void> => {
  for (const [place, { branchId, title, price, fund, daysAgo }] of purchases.entries()) {
    const memberId = memberOfBranch(branchId);
    const startsIn = members.find((one) => one.memberId === memberId)?.fiscalYearStartsIn ?? 1;
    const { first, year } = fundYear(startsIn, now, 0);
    const at = Math.max(first + DAY, now - daysAgo * DAY);
    const item = { branchId, barcode: itemBarcode(memberId, FIRST_NUMBER + place), title, category: 'book' };
    const bought = { year, fund, price, boughtOn: new Date(at - DAY / 2).toISOString().slice(0, 10) };
    const by = actor('acquisitions', memberId);
    const body = { ...item, ...bought, seller: 'Market Street Books' };
    const made = z.object({ purchaseId: z.string() });
    const { purchaseId } = await act('acquisitions-buy-item', made, { by, at, path: { memberId }, body });
    if (place !== 1) continue;
    const undo = { path: { memberId, purchaseId }, body: { reason: 'Pages were missing: returned to the shop' } };
    await act('acquisitions-undo-purchase', z.unknown(), { by, at: at + DAY, ...undo });
  }
};
