import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { memberDeps } from '../../deps.ts';
import { setNames } from '../../use-cases/set-names.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, memberDeps, ({ actor, path: { memberId }, body: names, now, keep }, deps) =>
  setNames(deps, { memberId, names, by: actorName(actor), now, keep }),
);
