import { handle } from '../../../../layers/platform/http/handle.ts';
import { bodyDeps } from '../../deps.ts';
import { showPublicDecisions } from '../../use-cases/bodies/show-public.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, bodyDeps, ({ now }, deps) => showPublicDecisions(deps, now));
