import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { patronStore } from '../../patrons/public/patron-store.ts';
import { isStillMinor } from '../../patrons/public/person.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';

/** What those under age owe for whom a patron answers, in minor units. Read only where the consortium limits it. */
export const dependantsDebt = async (
  { table }: CirculationStores,
  { patronId }: PatronStatus,
  limit: number | undefined,
  at: string,
): Promise<{ wardsOwe?: number }> => {
  if (limit === undefined) return {};
  const patrons = patronStore(table);
  const wards = await Promise.all((await patrons.wards(patronId)).map((wardId) => patrons.get(wardId)));
  const owed = wards.flatMap((ward) => {
    if (ward?.status.guarantorId !== patronId) return [];
    return isStillMinor(ward.status, ward.person.person, at.slice(0, 10)) ? [ward.status.counters.owed] : [];
  });
  return { wardsOwe: owed.reduce((sum, one) => sum + one, 0) };
};
