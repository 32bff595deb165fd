import { handle } from '../../../../layers/platform/http/handle.ts';
import { accountDeps } from '../../deps.ts';
import { showAccount } from '../../use-cases/show-account.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, accountDeps, ({ path: { memberId }, query, now }, deps) =>
  showAccount(deps, { memberId, query, now }),
);
