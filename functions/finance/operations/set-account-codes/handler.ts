import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { accountCodeDeps } from '../../deps.ts';
import { setAccountCodes } from '../../use-cases/set-account-codes.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, accountCodeDeps, ({ actor, path, body, now, keep }, deps) =>
  setAccountCodes(deps, { ...path, body, by: actorName(actor), now, keep }),
);
