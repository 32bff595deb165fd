import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { paymentDeps } from '../../deps.ts';
import { recordPayment } from '../../use-cases/record-payment.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, paymentDeps, ({ actor, path: { memberId }, body: payment, now, keep }, deps) =>
  recordPayment(deps, { memberId, payment, by: actorName(actor), now, keep }),
);
