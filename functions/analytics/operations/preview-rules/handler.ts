import { handle } from '../../../../layers/platform/http/handle.ts';
import { simulationDeps } from '../../deps.ts';
import { previewRules } from '../../use-cases/preview-rules.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, simulationDeps, ({ body, now }, deps) => previewRules(deps, body, now));
