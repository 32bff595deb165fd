import * as z from 'zod';
import { memberOfBranch } from '../../layers/kernel/identity/roles.ts';
import { itemBarcode } from '../numbers.ts';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

const DAY = 86_400_000;
/** The first number of their barcodes, below those of the loads. */
const FIRST_NUMBER = 99_001;

/** Items that desks lent before they had a record. */
const items = [
  { branchId: 'riverton.main', title: 'Walks along the upper river', author: 'Ferreira, Lídia', daysAgo: 6 },
  { branchId: 'riverton.main', title: 'Knitting for the whole family', daysAgo: 2 },
  { branchId: 'lakeshore.main', title: 'Birds of the dunes', daysAgo: 3 },
  { branchId: 'harcourt.main', title: 'Proceedings of the summer school', daysAgo: 5 },
  { branchId: 'calder.main', title: 'Manual of the wind tunnel', daysAgo: 1 },
  { branchId: 'ashgrove.reading', title: 'Log of the pilot boat', daysAgo: 8 },
  { branchId: 'northfield.upper', title: 'Yearbook of the school', daysAgo: 4 },
];

/** Adds the items without a record of the demo, which wait for the cataloguers. `now` in epoch ms. */
export const fastAddSome = async ({ act }: Performer, actor: StaffActors, now: number): Promise<void> => {
  for (const [place, { branchId, daysAgo, ...described }] of items.entries()) {
    const body = { ...described, barcode: itemBarcode(memberOfBranch(branchId), FIRST_NUMBER + place) };
    const made = { by: actor('desk', branchId), at: now - daysAgo * DAY, path: { branchId } };
    await act('catalogue-fast-add', z.unknown(), { ...made, body: { ...body, category: 'book' } });
  }
};
