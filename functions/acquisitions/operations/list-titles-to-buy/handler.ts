import { handle } from '../../../../layers/platform/http/handle.ts';
import { selectingDeps } from '../../deps.ts';
import { listTitlesToBuy } from '../../use-cases/list-titles-to-buy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, selectingDeps, ({ actor, path: { memberId }, query: page, now }, deps) =>
  listTitlesToBuy(deps, { memberId, actor, page, now }),
);
