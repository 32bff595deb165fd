import { answer } from '../../../layers/platform/http/outcome.ts';
import type { accountDeps } from '../deps.ts';
import { loadAccount } from './load-account.ts';

/** Shows a member's account with the consortium for a range of days, and its payouts. */
export const showAccount = async (deps: ReturnType<typeof accountDeps>, input: Parameters<typeof loadAccount>[1]) => {
  const { memberId } = input;
  const [{ range, accounts }, payouts] = await Promise.all([loadAccount(deps, input), deps.payouts.ofMember(memberId)]);
  return answer({ memberId, ...range, accounts, payouts });
};
