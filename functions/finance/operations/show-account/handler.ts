import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { accountDeps } from '../../deps.ts';
import { loadAccount } from '../../use-cases/load-account.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, accountDeps, async ({ path: { memberId }, query, now }, deps) => {
  const [{ range, accounts }, payouts] = await Promise.all([
    loadAccount(deps, { memberId, query, now }),
    deps.payouts.ofMember(memberId),
  ]);
  return answer({ memberId, ...range, accounts, payouts });
});
