import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import type { PartnerBalance } from '../../../resource-sharing/public/partner-account-store.ts';
import { chargesByPair, statementLines } from '../../../resource-sharing/public/statement.ts';
import { type Voucher, vouchersFor } from '../../../resource-sharing/public/vouchers.ts';
import { partnerDeps } from '../../deps.ts';
import { contract } from './contract.ts';

const balanceView = (balance: PartnerBalance, adopted: readonly Voucher[]) => {
  const payableBy = vouchersFor({ amount: balance.owes, currency: balance.currency }, adopted);
  return { ...balance, ...(payableBy && { payableBy }) };
};

export const handler = handle(
  contract,
  partnerDeps,
  async ({ path: { partnerId, month }, query: { member }, now }, { ledger, accounts, vouchersInForce }) => {
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
  },
);
