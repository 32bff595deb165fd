import { handle } from '../../../../layers/platform/http/handle.ts';
import { webhookDeps } from '../../deps.ts';
import { requestSend } from '../../use-cases/request-send.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, webhookDeps, ({ path, body: wanted, now, keep }, deps) =>
  requestSend(deps, { ...path, wanted, now, keep }),
);
