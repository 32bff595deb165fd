import { handle } from '../../../../layers/platform/http/handle.ts';
import { scenarioDeps } from '../../deps.ts';
import { readsWhole } from '../../schemas/readers.ts';
import { showScenario } from '../../use-cases/show-scenario.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, scenarioDeps, ({ actor, path, query: { member }, now }, deps) =>
  showScenario(deps, { ...path, member, whole: readsWhole(actor), now }),
);
