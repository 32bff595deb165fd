import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { circulationDeps } from '../../deps.ts';
import { listOwnBills } from '../../use-cases/list-own-bills.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, ({ actor, now }, deps) =>
  listOwnBills(deps, patronOf(actor).id, now),
);
