import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { paymentDeps } from '../../deps.ts';
import { reversePayment } from '../../use-cases/reverse-payment.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, paymentDeps, ({ actor, path, body: reversal, now, keep }, deps) =>
  reversePayment(deps, { ...path, reversal, by: actorName(actor), now, keep }),
);
