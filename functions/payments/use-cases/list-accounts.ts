import { type Grant, holds } from '../../../layers/kernel/identity/roles.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import type { PaymentDeps } from '../deps.ts';
import { collectorOf } from '../domain/payment-account.ts';
import { accountView, consortiumReaders } from '../schemas/views.ts';

/** Lists the accounts that a person with these grants may see, and the member whose account takes money for all. */
export const listAccounts = async ({ accounts }: Pick<PaymentDeps, 'accounts'>, grants: readonly Grant[]) => {
  const all = await accounts.all();
  const isSeen = (member: string): boolean =>
    consortiumReaders.some((role) => holds(grants, role, { scope: 'consortium' })) ||
    holds(grants, 'member-finance', { scope: 'member', member });
  const collector = collectorOf(all)?.memberId;
  const seen = all.filter(({ memberId }) => isSeen(memberId)).map(accountView);
  return answer({ accounts: seen, ...(collector && { collector }) });
};
