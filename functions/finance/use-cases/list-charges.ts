import { chargesByPair } from '../../resource-sharing/public/charges-by-pair.ts';
import type { ledgerDeps } from '../deps.ts';

/** Lists the charges of a month between a member and each other one, with their sums. */
export const listCharges = async ({ ledger }: ReturnType<typeof ledgerDeps>, memberId: string, month: string) => ({
  month,
  pairs: chargesByPair(await ledger.ofMember(memberId, month), memberId),
});
