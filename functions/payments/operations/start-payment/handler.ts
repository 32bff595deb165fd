import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { providerDeps } from '../../deps.ts';
import { startPayment } from '../../use-cases/start-payment.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, providerDeps, ({ actor, body: { billIds }, now }, deps) =>
  startPayment(deps, { patronId: patronOf(actor).id, billIds, now }),
);
