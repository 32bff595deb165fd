import { handle } from '../../../../layers/platform/http/handle.ts';
import { scenarioDeps } from '../../deps.ts';
import { compareScenarios } from '../../use-cases/compare-scenarios.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, scenarioDeps, ({ query }, deps) => compareScenarios(deps, query));
