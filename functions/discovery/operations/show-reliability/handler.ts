import { handle } from '../../../../layers/platform/http/handle.ts';
import { reliabilityDeps } from '../../deps.ts';
import { showReliability } from '../../use-cases/reliability/show-reliability.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, reliabilityDeps, ({ now }, deps) => showReliability(deps, now));
