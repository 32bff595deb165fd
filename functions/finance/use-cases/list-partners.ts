import { answer } from '../../../layers/platform/http/outcome.ts';
import type { partnerDeps } from '../deps.ts';

/** Lists what a member owes its external partners and they owe it, with its vouchers. */
export const listPartners = async (
  { accounts, stocks }: Pick<ReturnType<typeof partnerDeps>, 'accounts' | 'stocks'>,
  memberId: string,
) => {
  const [partners, vouchers] = await Promise.all([accounts.ofMember(memberId), stocks.stock(memberId)]);
  return answer({ partners, vouchers });
};
