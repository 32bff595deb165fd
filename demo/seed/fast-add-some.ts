import * as z from 'zod';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

const DAY = 86_400_000;

/** Items that the desk of Riverton lent before they had a record. */
const items = [
  { barcode: '31101000990017', title: 'Walks along the upper river', author: 'Ferreira, Lídia', daysAgo: 6 },
  { barcode: '31101000990025', title: 'Knitting for the whole family', daysAgo: 2 },
];

/** Adds the items without a record of the demo, which wait for the cataloguers. `now` in epoch ms. */
export const fastAddSome = async ({ act }: Performer, actor: StaffActors, now: number): Promise<void> => {
  const branchId = 'riverton.main';
  for (const { daysAgo, ...body } of items) {
    const made = { by: actor('desk', branchId), at: now - daysAgo * DAY, path: { branchId } };
    await act('catalogue-fast-add', z.unknown(), { ...made, body: { ...body, category: 'book' } });
  }
};
