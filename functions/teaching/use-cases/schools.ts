import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { CirculationStores } from '../../circulation/public/circulation-stores.ts';
import { loansOf } from '../../circulation/public/loans-of.ts';
import { shownName } from '../../patrons/public/shown-name.ts';
import type { SchoolDeps } from '../deps.ts';
import type { Pupil } from '../domain/school.ts';
import type { PupilView } from '../schemas.ts';

/** Builds the view of a school year. */
export const yearView = <T extends { by: string; at: string }>({ by: _, at: __, ...year }: T) => year;

/** Builds the view of a pupil with loans, next due first; undefined when the patron is gone. `now` in epoch ms. */
export const pupilView = async (
  deps: Pick<SchoolDeps, 'patrons'> & CirculationStores,
  { patronId, localId }: Pick<Pupil, 'patronId' | 'localId'>,
  now: number,
): Promise<PupilView | undefined> => {
  const patron = await deps.patrons.get(patronId);
  if (patron === undefined) return undefined;
  const { status, person } = patron;
  const lent = status.counters.loans > 0 ? await loansOf(deps, patronId, now, iso(now)) : [];
  return {
    patronId,
    localId,
    name: shownName(person.person),
    card: person.card,
    owed: status.counters.owed,
    loans: lent,
  };
};
