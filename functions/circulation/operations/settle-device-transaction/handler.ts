import { handle } from '../../../../layers/platform/http/handle.ts';
import { deviceDeps } from '../../deps.ts';
import { settleDeviceTransaction } from '../../use-cases/settle-device-transaction.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, deviceDeps, ({ path, actor, now }, deps) =>
  settleDeviceTransaction(deps, { ...path, actor, now }),
);
