import { handle } from '../../../../layers/platform/http/handle.ts';
import { serialDeps } from '../../deps.ts';
import { showSubscription } from '../../use-cases/show-subscription.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, serialDeps, ({ path: place, now }, deps) =>
  showSubscription(deps, { place, now }),
);
