import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { inventoryOpeningDeps } from '../../deps.ts';
import { openInventory } from '../../use-cases/open-inventory.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, inventoryOpeningDeps, ({ actor, path, body, now }, deps) =>
  openInventory(deps, { ...path, ...body, by: actorName(actor), now }),
);
