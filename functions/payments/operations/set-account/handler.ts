import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { accountDeps } from '../../deps.ts';
import { setAccount } from '../../use-cases/set-account.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, accountDeps, ({ actor, path: { memberId }, body, now }, deps) =>
  setAccount(deps, { memberId, ...body, by: actorName(actor), now }),
);
