import { handle } from '../../../../layers/platform/http/handle.ts';
import { inventoryDeps } from '../../deps.ts';
import { closeInventory } from '../../use-cases/close-inventory.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, inventoryDeps, ({ path, now }, deps) => closeInventory(deps, { ...path, now }));
