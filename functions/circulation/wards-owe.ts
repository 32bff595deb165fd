import { patronStore } from '../../layers/data/patron-store.ts';
import type { PatronStanding } from '../../layers/domain/circulation/patron-standing.ts';
import { isMinorOn } from '../../layers/domain/patrons/person.ts';
import type { House } from './house.ts';

/** What those under age owe for whom a patron answers, in minor units. Read only where the consortium limits it. */
export const wardsOwe = async (
  { table }: House,
  { patronId }: PatronStanding,
  limit: number | undefined,
  at: string,
): Promise<{ wardsOwe?: number }> => {
  if (limit === undefined) return {};
  const patrons = patronStore(table);
  const wards = await Promise.all((await patrons.wards(patronId)).map((wardId) => patrons.get(wardId)));
  const owed = wards.flatMap((ward) => {
    if (ward?.standing.guarantorId !== patronId) return [];
    const { birthDate } = ward.person.person;
    const minor = birthDate === undefined ? ward.standing.minor : isMinorOn(birthDate, at.slice(0, 10));
    return minor ? [ward.standing.counters.owed] : [];
  });
  return { wardsOwe: owed.reduce((sum, one) => sum + one, 0) };
};
