import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { listLooks } from '../../use-cases/list-looks.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ path, query }, deps) => listLooks(deps, { ...path, ...query }));
