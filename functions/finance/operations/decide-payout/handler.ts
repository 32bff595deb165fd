import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { payoutDeps } from '../../deps.ts';
import { decidePayout } from '../../use-cases/decide-payout.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, payoutDeps, ({ actor, path, body: decision, now, keep }, deps) =>
  decidePayout(deps, { ...path, decision, by: actorName(actor), now, keep }),
);
