import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { walletDeps } from '../../deps.ts';
import { makeWalletPass } from '../../use-cases/make-wallet-pass.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, walletDeps, ({ actor, body, now }, deps) =>
  makeWalletPass(deps, { patronId: patronOf(actor).id, ...body, now }),
);
