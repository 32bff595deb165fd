import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { mappingDeps } from '../../deps.ts';
import { takeCopy } from '../../use-cases/take-copy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, mappingDeps, ({ actor, path, body, now }, deps) => {
  const audit = { at: iso(now), auditId: deps.ids.next('audit', now), by: actorName(actor) };
  return takeCopy(deps, { ...path, ...body, audit });
});
