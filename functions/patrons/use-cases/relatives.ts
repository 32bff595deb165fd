import type { PatronStore } from '../data/patron-store.ts';
import { fullName, shownName } from '../domain/identity/person.ts';
import type { PatronStatus } from '../domain/record/patron-status.ts';

/** Returns who answers for a patron, and for whom the patron answers, by name; a link whose other side has ended is left out. */
export const relatives = async (
  { patrons }: { patrons: PatronStore },
  { patronId, guarantorId }: Pick<PatronStatus, 'patronId' | 'guarantorId'>,
) => {
  const named = async (id: string) => {
    const found = await patrons.get(id);
    return (
      found && { patronId: found.status.patronId, name: fullName(shownName(found.person.person)), of: found.status }
    );
  };
  const [guarantor, ...dependants] = await Promise.all([
    guarantorId === undefined ? undefined : named(guarantorId),
    ...(await patrons.dependants(patronId)).map(named),
  ]);
  return {
    ...(guarantor && { guarantor: { patronId: guarantor.patronId, name: guarantor.name } }),
    dependants: dependants.flatMap((dependant) =>
      dependant?.of.guarantorId === patronId ? [{ patronId: dependant.patronId, name: dependant.name }] : [],
    ),
  };
};
