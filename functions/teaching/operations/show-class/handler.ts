import { handle } from '../../../../layers/platform/http/handle.ts';
import { schoolDeps } from '../../deps.ts';
import { showClass } from '../../use-cases/show-class.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, ({ path, now }, deps) => showClass(deps, { ...path, now }));
