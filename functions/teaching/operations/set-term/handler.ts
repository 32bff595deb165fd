import { handle } from '../../../../layers/platform/http/handle.ts';
import { termDeps } from '../../deps.ts';
import { setTerm } from '../../use-cases/set-term.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, termDeps, ({ path, body }, deps) => setTerm(deps, { ...path, ...body }));
