import { handle } from '../../../../layers/platform/http/handle.ts';
import { schoolDeps } from '../../deps.ts';
import { printClassLoans } from '../../use-cases/show-class.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, ({ path, now }, deps) => printClassLoans(deps, { ...path, now }));
