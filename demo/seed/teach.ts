import * as z from 'zod';
import { demoCourse, demoRoster, demoSchool, reserveCopies } from '../teaching.ts';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

const anything = z.unknown();
const courseMade = z.object({ courseId: z.string() });

/** The school's classes from its register: pupils are identified by card and name, and get their number and class. */
async function classes(performer: Performer, actor: StaffActors, at: number): Promise<void> {
  const { memberId, branchId, scheme } = demoSchool;
  const [admin, desk] = [actor('member-admin', memberId), actor('desk', branchId)];
  await performer.act('teaching-set-school', anything, { by: admin, at, path: { memberId }, body: scheme });
  const body = { dryRun: false, expiresOn: '2035-12-31', lines: demoRoster(new Date(at).getUTCFullYear()) };
  await performer.act('teaching-load-roster', anything, { by: desk, at, path: { branchId }, body });
}

/** A course of the current term with three copies on reserve and an article. */
async function course(performer: Performer, actor: StaffActors, at: number): Promise<void> {
  const { termId, term, branchId, course: details, link, place } = demoCourse(new Date(at).toISOString().slice(0, 10));
  const by = actor('desk', branchId);
  const memberId = 'harcourt';
  const path = { memberId, termId };
  await performer.act('teaching-set-term', anything, { by: actor('member-admin', memberId), at, path, body: term });
  const made = await performer.act('teaching-create-course', courseMade, {
    ...{ by, at, body: { branchId, termId, ...details } },
  });
  for (const { barcode: item } of reserveCopies) {
    const body = { branchId, item, ...place };
    await performer.act('teaching-put-on-reserve', anything, { by, at, path: made, body });
  }
  const body = { branchId, material: link };
  await performer.act('teaching-list-material', anything, { by, at, path: made, body });
}

/** Creates the teaching data of the demo at an instant (epoch ms): the school's classes, and the university's course. */
export async function teach(performer: Performer, actor: StaffActors, at: number): Promise<void> {
  await classes(performer, actor, at);
  await course(performer, actor, at);
}
