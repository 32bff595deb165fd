import { handle } from '../../../../layers/platform/http/handle.ts';
import { scenarioDeps } from '../../deps.ts';
import { readsWhole } from '../../schemas/readers.ts';
import { listScenarios } from '../../use-cases/list-scenarios.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  scenarioDeps,
  ({ actor, query: { member: _, ...pageRequest } }, { scenarios }) =>
    listScenarios(scenarios, pageRequest, { whole: readsWhole(actor) }),
);
