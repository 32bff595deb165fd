import { handle } from '../../../../layers/platform/http/handle.ts';
import { fileDeps } from '../../deps.ts';
import { showLoad } from '../../use-cases/show-load.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, fileDeps, ({ path }, deps) => showLoad(deps, path));
