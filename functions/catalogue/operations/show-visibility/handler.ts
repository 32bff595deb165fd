import { handle } from '../../../../layers/platform/http/handle.ts';
import { visibilityDeps } from '../../deps.ts';
import { showVisibility } from '../../use-cases/show-visibility.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  visibilityDeps,
  ({ path: { memberId }, query: { sourceId, itemId }, now }, deps) =>
    showVisibility(deps, { memberId, sourceId, itemId, now }),
);
