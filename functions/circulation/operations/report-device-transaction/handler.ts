import { machineOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { deviceDeps } from '../../deps.ts';
import { reportDeviceTransaction } from '../../use-cases/report-device-transaction.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, deviceDeps, ({ actor, body, now }, deps) =>
  reportDeviceTransaction(deps, { body, machine: machineOf(actor), now }),
);
