import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { erasingDeps } from '../../deps.ts';
import { erasureAudit } from '../../use-cases/erasure-audit.ts';
import { requestErasure } from '../../use-cases/request-erasure.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, erasingDeps, async ({ actor, now }, deps) => {
  const request = { patronId: patronOf(actor).id, askedAt: iso(now), by: 'patron' };
  const state = await requestErasure(deps, request, erasureAudit(deps.ids, now, 'patron'));
  if (state === undefined) return refuse('gone', 'This patron is no longer here.');
  if (state === 'changed-meanwhile') return refuse('changed-meanwhile', 'Ask again.');
  return answer(state);
});
