import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { exportPatron } from './export-patron.ts';

/** Exports all data of the signed-in patron. A merge may have given the patron another id. `now` in epoch ms. */
export const exportOwnData = async (
  { table, patrons }: Pick<PatronsStores, 'table' | 'patrons'>,
  signedIn: string,
  now: number,
) => {
  const patronId = (await patrons.status(signedIn))?.patronId;
  if (patronId === undefined) return refuse('gone', 'This patron is no longer here.');
  const data = await exportPatron(table, patronId);
  if (data.patronStatus === undefined) return refuse('gone', 'This patron is no longer here.');
  return answer({ exportedAt: iso(now), patronId, data });
};
