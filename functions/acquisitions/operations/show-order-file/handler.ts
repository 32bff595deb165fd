import { handle } from '../../../../layers/platform/http/handle.ts';
import { orderDeps } from '../../deps.ts';
import { showOrderFile } from '../../use-cases/show-order-file.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, orderDeps, ({ path: place }, deps) => showOrderFile(deps, place));
