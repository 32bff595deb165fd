import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { patronsDeps } from '../../deps.ts';
import { exportPatron } from '../../use-cases/export-patron.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ actor, now }, { table, patrons }) => {
  const patronId = (await patrons.status(patronOf(actor).id))?.patronId;
  if (patronId === undefined) return refuse('gone', 'This patron is no longer here.');
  const data = await exportPatron(table, patronId);
  if (data.patronStatus === undefined) return refuse('gone', 'This patron is no longer here.');
  return answer({ exportedAt: iso(now), patronId, data });
});
