import { handle } from '../../../../layers/platform/http/handle.ts';
import { selectingDeps } from '../../deps.ts';
import { showDuplicates } from '../../use-cases/show-duplicates.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, selectingDeps, ({ actor, path: { memberId }, query: named, now }, deps) =>
  showDuplicates(deps, named, { memberId, actor, now }),
);
