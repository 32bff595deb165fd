import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { tillDeps } from '../../deps.ts';
import { tillView } from '../../schemas/tills.ts';
import { contract } from './contract.ts';

const TRIES = 6;

export const handler = handle(contract, tillDeps, async ({ actor, body, now, keep }, { tills, today }) => {
  const { branchId, float } = body;
  const day = await today(branchId, now);
  if (day === undefined) return refuse('unknown-branch', `${branchId} is no branch.`, '/body/branchId');
  const by = { at: iso(now), by: actorName(actor) };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const opened = await tills.open({ branchId, day }, by, float, (till) => keep(tillView(till)));
    if (opened === 'till-opened') return refuse(opened, `The till of ${day} was opened or closed already.`);
    if (opened !== 'changed-meanwhile') return answer(tillView(opened));
  }
  return refuse('changed-meanwhile', 'Payments come in: try again.');
});
