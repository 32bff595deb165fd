import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { periodDecisionDeps } from '../../deps.ts';
import { decidePeriod } from '../../use-cases/decide-period.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, periodDecisionDeps, ({ actor, path: { month }, body, now, keep }, deps) =>
  decidePeriod(deps, month, body, { by: actorName(actor), now, keep }),
);
