import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { providerDeps } from '../../deps.ts';
import { refundPayment } from '../../use-cases/refund-payment.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, providerDeps, ({ actor, path, body, now, idempotency }, deps) =>
  refundPayment(deps, { ...path, ...body, by: actorName(actor), idempotency, now }),
);
