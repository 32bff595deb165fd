import { handle } from '../../../../layers/platform/http/handle.ts';
import { listDeps } from '../../deps.ts';
import { removeTitle } from '../../use-cases/remove-title.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listDeps, ({ actor, path }, deps) => removeTitle(deps, { actor, ...path }));
