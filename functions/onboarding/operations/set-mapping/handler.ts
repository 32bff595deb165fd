import { handle } from '../../../../layers/platform/http/handle.ts';
import { loadDeps } from '../../deps.ts';
import { setMapping } from '../../use-cases/set-mapping.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, loadDeps, ({ path, body }, deps) => setMapping(deps, { ...path, ...body }));
