import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { machineDeps } from '../../deps.ts';
import { withdrawMachineClient } from '../../use-cases/withdraw-machine-client.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, machineDeps, ({ actor, path, body, now }, deps) =>
  withdrawMachineClient(deps, { ...path, ...body, by: actorName(actor), now }),
);
