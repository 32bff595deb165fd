import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { paymentDeps } from '../../deps.ts';
import { showPayment } from '../../use-cases/show-payment.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, paymentDeps, ({ actor, path: { paymentId }, now }, deps) =>
  showPayment(deps, patronOf(actor).id, paymentId, now),
);
