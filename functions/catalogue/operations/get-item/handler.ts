import { handle } from '../../../../layers/platform/http/handle.ts';
import { tableDeps } from '../../deps.ts';
import { showItem } from '../../use-cases/show-item.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, tableDeps, ({ actor, path }, deps) => showItem(deps, { actor, ...path }));
