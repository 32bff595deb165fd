import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { patronStore } from '../../patrons/public/patron-store.ts';
import { schoolStore } from '../data/school-store.ts';
import { leaversCard, leftSchool } from '../domain/roll-over.ts';
import type { Roster, RosterLineReport } from '../domain/roster.ts';

const TRIES = 3;

/**
 * Lets a pupil leave the school whose enrolment the register ended: out of the class, and the card as that of a leaver. An unknown number,
 * or one who has left already, changes nothing.
 */
export const endEnrolment = async (
  table: Table,
  { memberId, scheme, now }: Roster,
  id: string,
  { dryRun }: { dryRun: boolean },
): Promise<RosterLineReport> => {
  const schools = schoolStore(table);
  const day = iso(now).slice(0, 10);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const patronId = (await schools.byNumber(memberId, [id])).get(id);
    const [before, status] =
      patronId === undefined
        ? []
        : await Promise.all([schools.pupil(patronId), patronStore(table).status(patronId, { strong: true })]);
    if (!before || !status || before.left !== undefined) return { id, outcome: 'unchanged' };
    const report = { id, patronId: before.patronId, outcome: 'left' as const };
    if (dryRun) return report;
    const card = leaversCard(scheme, status, day);
    if (await schools.save({ before, after: leftSchool(before, day), status, card })) return report;
  }
  return { id, reject: 'changed-meanwhile' };
};
