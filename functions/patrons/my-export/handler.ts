import { patronExport } from '../../../layers/data/patron-export.ts';
import { patronOf } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { patronStores } from '../patron-stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronStores, async ({ actor, now }, { table, patrons }) => {
  const patronId = (await patrons.standing(patronOf(actor).id))?.patronId;
  if (patronId === undefined) return refuse('gone', 'This patron is no longer here.');
  const data = await patronExport(table, patronId);
  if (data.patronStanding === undefined) return refuse('gone', 'This patron is no longer here.');
  return answer({ exportedAt: iso(now), patronId, data });
});
