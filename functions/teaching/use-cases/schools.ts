import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { type CirculationStores, circulationStores } from '../../circulation/public/circulation-stores.ts';
import { loansOf } from '../../circulation/public/patron-account.ts';
import { patronStore } from '../../patrons/public/patron-store.ts';
import { schoolStore } from '../data/school-store.ts';
import { schoolYearStore } from '../data/school-year-store.ts';
import type { Pupil } from '../domain/school.ts';
import type { PupilView } from '../schemas/school-shapes.ts';

/** The stores of schools, with those of circulation: a class is lent to by the one way of lending. */
export const schoolHouse = (runtime: Pick<Runtime, 'environment'>) => {
  const house = circulationStores(openTable(runtime));
  const { table } = house;
  return { ...house, schools: schoolStore(table), years: schoolYearStore(table), patrons: patronStore(table) };
};
export type SchoolHouse = ReturnType<typeof schoolHouse>;

/** A school year as shown. */
export const yearView = <T extends { by: string; at: string }>({ by: _, at: __, ...year }: T) => year;

/** A pupil with what they have, next due first; nothing when the patron is gone. `now` in epoch ms. */
export const pupilView = async (
  house: Pick<SchoolHouse, 'patrons'> & CirculationStores,
  { patronId, localId }: Pick<Pupil, 'patronId' | 'localId'>,
  now: number,
): Promise<PupilView | undefined> => {
  const patron = await house.patrons.get(patronId);
  if (patron === undefined) return undefined;
  const { status, person } = patron;
  const lent = status.counters.loans > 0 ? await loansOf(house, patronId, now, iso(now)) : [];
  return { patronId, localId, name: person.person.name, card: person.card, owed: status.counters.owed, loans: lent };
};

/** The pupils of a class by name, with what they have. */
export const classList = async (
  house: SchoolHouse,
  memberId: string,
  classId: string,
  now: number,
): Promise<PupilView[]> => {
  const pupils = await house.schools.pupilsIn(memberId, classId);
  const views = await Promise.all(pupils.map((pupil) => pupilView(house, pupil, now)));
  return views.filter((view) => view !== undefined);
};
