import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { billFileDeps } from '../../deps.ts';
import { openBill } from '../../use-cases/open-bill.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, billFileDeps, ({ actor, path: { month }, body: file, now }, deps) =>
  openBill(deps, { month, file, by: actorName(actor), now }),
);
