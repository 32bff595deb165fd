import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { machineDeps } from '../../deps.ts';
import { createMachineClient } from '../../use-cases/create-machine-client.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, machineDeps, ({ actor, body: wanted, now }, deps) =>
  createMachineClient(deps, { wanted, by: actorName(actor), now }),
);
