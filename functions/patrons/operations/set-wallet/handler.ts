import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { walletDeps } from '../../deps.ts';
import { setWallet } from '../../use-cases/set-wallet.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, walletDeps, ({ actor, body: { v, ...entry }, now }, deps) =>
  setWallet(deps, { entry, v, by: actorName(actor), now }),
);
