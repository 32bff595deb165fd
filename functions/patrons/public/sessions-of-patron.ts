import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { SessionsOfPatron } from '../../membership/public/session.ts';
import { sessionsIn } from '../data/patron-schemas.ts';
import { patronStore } from '../data/patron-store.ts';

/** Implements what membership needs to judge a patron's token: one read of the row of the PIN. */
export const sessionsOfPatron = (runtime: Pick<Runtime, 'environment'>): SessionsOfPatron => {
  const patrons = patronStore(openTable(runtime));
  return async (patronId) => {
    const pin = await patrons.pin(patronId);
    return pin && sessionsIn(pin);
  };
};
