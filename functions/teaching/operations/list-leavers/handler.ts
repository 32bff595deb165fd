import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { billView } from '../../../circulation/public/bill-view.ts';
import { billsOf, holdsOf } from '../../../circulation/public/patron-account.ts';
import { schoolDeps } from '../../deps.ts';
import { isLeaver } from '../../domain/roll-over.ts';
import { pupilView } from '../../use-cases/schools.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, async ({ path: { memberId }, query, now }, deps) => {
  const scheme = await deps.schools.scheme(memberId);
  if (scheme === undefined) return refuse('no-school', contract.refusals['no-school'].meaning, '/path/memberId');
  const page = await deps.schools.numbered(memberId, query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const pupils = [...(await deps.schools.pupils(page.rows)).values()];
  const leaving = pupils.filter((pupil) => pupil.left !== undefined || isLeaver(scheme, pupil));
  const leavers = await Promise.all(
    leaving.map(async (pupil) => {
      const { patronId, grade, left } = pupil;
      const [view, holds, { bills }] = await Promise.all([
        pupilView(deps, pupil, now),
        holdsOf(deps, patronId, now),
        billsOf(deps, patronId, now, billView),
      ]);
      if (view === undefined) return [];
      const open = view.loans.length + holds.length + bills.length > 0;
      // A leaver with nothing open is not listed.
      return open || left === undefined ? [{ ...view, grade, ...(left !== undefined && { left }), holds, bills }] : [];
    }),
  );
  return answer({ leavers: leavers.flat(), ...(page.next !== undefined && { next: page.next }) });
});
