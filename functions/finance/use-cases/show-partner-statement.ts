import { answer } from '../../../layers/platform/http/outcome.ts';
import { chargesByPair } from '../../resource-sharing/public/charges-by-pair.ts';
import type { PartnerBalance } from '../../resource-sharing/public/partner-account-store.ts';
import { statementLines } from '../../resource-sharing/public/statement-lines.ts';
import type { Voucher } from '../../resource-sharing/public/vouchers.ts';
import { vouchersFor } from '../../resource-sharing/public/vouchers-for.ts';
import type { PartnerDeps } from '../deps.ts';

type Input = { partnerId: string; month: string; member: string; now: number };

const balanceView = (balance: PartnerBalance, adopted: readonly Voucher[]) => {
  const payableBy = vouchersFor({ amount: balance.owes, currency: balance.currency }, adopted);
  return { ...balance, ...(payableBy && { payableBy }) };
};

/** Returns the statement of a partner with a member for a month: its lines, their sums, and what is owed now. */
export const showPartnerStatement = async (
  { ledger, accounts, vouchersInForce }: Pick<PartnerDeps, 'ledger' | 'accounts' | 'vouchersInForce'>,
  { partnerId, month, member, now }: Input,
) => {
  const [all, balances, vouchers] = await Promise.all([
    ledger.ofMember(member, month),
    accounts.get(member, partnerId),
    vouchersInForce(now),
  ]);
  const entries = all.filter(({ partner }) => partner === partnerId);
  const charged = chargesByPair(entries, member).map(({ currency, owes, owed, net }) => ({
    ...{ currency, owes, owed, net },
  }));
  const lines = statementLines(entries, member);
  return answer({ month, charged, lines, balances: balances.map((one) => balanceView(one, vouchers)) });
};
