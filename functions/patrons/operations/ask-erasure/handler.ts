import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { erasingDeps } from '../../deps.ts';
import { erasureAudit } from '../../use-cases/erasure-audit.ts';
import { requestErasure } from '../../use-cases/request-erasure.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, erasingDeps, async ({ actor, path, body, now }, deps) => {
  const { patronId } = path;
  const [status, begun] = await Promise.all([deps.patrons.status(patronId), deps.erasures.get(patronId)]);
  const homeMember = status?.homeMember ?? begun?.memberId;
  if (homeMember === undefined) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (homeMember !== memberOfBranch(body.branchId)) return refuse('not-home', 'Only the home library has one erased.');
  const by = actorName(actor);
  const state = await requestErasure(deps, { patronId, askedAt: iso(now), by }, erasureAudit(deps.ids, now, by));
  if (state === undefined) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (state === 'changed-meanwhile') return refuse('changed-meanwhile', 'Ask again.');
  return answer(state);
});
