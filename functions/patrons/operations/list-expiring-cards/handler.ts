import { handle } from '../../../../layers/platform/http/handle.ts';
import { cardExpiryDeps } from '../../deps.ts';
import { listExpiringCards } from '../../use-cases/list-expiring-cards.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, cardExpiryDeps, ({ path, query, now }, deps) =>
  listExpiringCards(deps, { ...path, ...query, now }),
);
