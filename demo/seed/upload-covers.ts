import * as z from 'zod';
import { demoCovers, titleOf } from '../covers.ts';
import { drawCover } from '../draw-cover.ts';
import { workById } from '../works/works.ts';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

const anything = z.unknown();

/** Uploads covers by the administrators of libraries. Takes the records of works by their ids. */
export async function uploadCovers(
  performer: Performer,
  actor: StaffActors,
  records: ReadonlyMap<string, string>,
  at: number,
): Promise<void> {
  for (const { memberId, work } of demoCovers) {
    const recordId = records.get(work);
    if (recordId === undefined) throw new Error(`The demo has no record of ${work}.`);
    const picture = Buffer.from(drawCover(titleOf(workById(work)))).toString('base64');
    const by = actor('member-admin', memberId);
    await performer.act('discovery-upload-cover', anything, {
      by,
      at,
      path: { memberId, recordId },
      body: { picture },
    });
  }
}
