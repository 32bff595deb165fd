import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { PatronNames } from '../../membership/public/patron-names.ts';
import { patronStore } from '../data/patron-store.ts';
import { fullName, shownName } from '../domain/identity/person.ts';

/** Implements what membership needs to name a patron. */
export const patronNames = (runtime: Pick<Runtime, 'environment'>): PatronNames => {
  const patrons = patronStore(openTable(runtime));
  return async (patronId) => {
    const patron = await patrons.get(patronId);
    return patron && fullName(shownName(patron.person.person));
  };
};
