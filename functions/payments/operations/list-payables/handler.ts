import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { paymentDeps } from '../../deps.ts';
import { listPayables } from '../../use-cases/list-payables.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, paymentDeps, ({ actor, now }, deps) =>
  listPayables(deps, patronOf(actor).id, now),
);
