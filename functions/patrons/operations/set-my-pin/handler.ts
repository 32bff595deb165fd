import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { pinDeps } from '../../deps.ts';
import { setOwnPin } from '../../use-cases/set-own-pin.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, pinDeps, ({ actor, body, caller: { address }, now }, deps) =>
  setOwnPin(deps, { patronId: patronOf(actor).id, ...body, address, now }),
);
