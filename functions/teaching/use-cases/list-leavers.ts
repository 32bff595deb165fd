import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { billView } from '../../circulation/public/bill-view.ts';
import { billsOf } from '../../circulation/public/bills-of.ts';
import { holdsOf } from '../../circulation/public/holds-of.ts';
import type { SchoolDeps } from '../deps.ts';
import { isLeaver } from '../domain/roll-over.ts';
import type { Pupil } from '../domain/school.ts';
import { schoolRefusals } from '../schemas.ts';
import { pupilView } from './schools.ts';

/** Returns a leaver with what is open; nobody when the pupil has left and nothing is open. */
const leaverView = async (deps: SchoolDeps, pupil: Pupil, now: number) => {
  const { patronId, grade, left } = pupil;
  const [view, holds, { bills }] = await Promise.all([
    pupilView(deps, pupil, now),
    holdsOf(deps, patronId, now),
    billsOf(deps, patronId, now, billView),
  ]);
  if (view === undefined) return [];
  const open = view.loans.length + holds.length + bills.length > 0;
  return open || left === undefined ? [{ ...view, grade, ...(left !== undefined && { left }), holds, bills }] : [];
};

/** Lists the pupils who leave a school or have left it with something open, by a page of its numbers. */
export const listLeavers = async (
  deps: SchoolDeps,
  { memberId, page: wanted, now }: { memberId: string; page: PageRequest; now: number },
) => {
  const { schools } = deps;
  const scheme = await schools.scheme(memberId);
  if (scheme === undefined) return refuse('no-school', schoolRefusals['no-school'].meaning, '/path/memberId');
  const page = await schools.numbered(memberId, wanted);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const pupils = [...(await schools.pupils(page.rows)).values()];
  const leaving = pupils.filter((pupil) => pupil.left !== undefined || isLeaver(scheme, pupil));
  const leavers = await Promise.all(leaving.map((pupil) => leaverView(deps, pupil, now)));
  return answer({ leavers: leavers.flat(), ...(page.next !== undefined && { next: page.next }) });
};
