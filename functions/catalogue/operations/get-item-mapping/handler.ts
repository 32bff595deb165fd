import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { mappingDeps } from '../../deps.ts';
import { showItemMapping } from '../../use-cases/show-item-mapping.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, mappingDeps, async ({ path: { memberId } }, deps) =>
  answer(await showItemMapping(deps, memberId)),
);
