import { handle } from '../../../../layers/platform/http/handle.ts';
import { providerDeps } from '../../deps.ts';
import { receiveEvent } from '../../use-cases/receive-event.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, providerDeps, ({ path: { memberId }, body, caller, now }, deps) =>
  receiveEvent(deps, { memberId, body, signature: caller.signature, now }),
);
