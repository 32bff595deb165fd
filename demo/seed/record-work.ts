import * as z from 'zod';
import { copies } from '../holdings.ts';
import { members } from '../members.ts';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

const DAY = 86_400_000;
/** How many copies a batch changes. */
const COPIES = 4;

/** Previews for each member a change of some copies, which its cataloguers are to start. `now` in epoch ms. */
export const previewBatches = async ({ act }: Performer, actor: StaffActors, now: number): Promise<void> => {
  for (const { memberId } of members) {
    const barcodes = copies
      .filter(({ member }) => member === memberId)
      .slice(0, COPIES)
      .map(({ barcode }) => barcode);
    await act('catalogue-preview-item-changes', z.unknown(), {
      ...{ by: actor('cataloguer', memberId), at: now - DAY, path: { memberId } },
      body: { items: { barcodes }, change: { note: 'For the table of the month' }, reason: 'Displays of the new year' },
    });
  }
};
