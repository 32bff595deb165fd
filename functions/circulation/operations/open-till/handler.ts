import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { tillDeps } from '../../deps.ts';
import { tillView } from '../../schemas/tills.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, tillDeps, async ({ actor, body, now }, { tills, today }) => {
  const { branchId, float } = body;
  const day = await today(branchId, now);
  if (day === undefined) return refuse('unknown-branch', `${branchId} is no branch.`, '/body/branchId');
  const opened = await tills.open({ branchId, day }, { at: iso(now), by: actorName(actor) }, float);
  const till = opened ? await tills.get({ branchId, day }, { strong: true }) : undefined;
  if (!till) return refuse('till-opened', `The till of ${day} was opened or closed already.`);
  return answer(tillView(till));
});
