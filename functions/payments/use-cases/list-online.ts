import { answer } from '../../../layers/platform/http/outcome.ts';
import type { PaymentDeps } from '../deps.ts';
import { payoutSchema } from '../domain/payout.ts';
import { accountView, onlinePaymentView } from '../schemas/views.ts';

/** Lists the payments begun and the payouts that arrived in a month (YYYY-MM) of a member's account. */
export const listOnline = async (deps: PaymentDeps, memberId: string, month: string) => {
  const [account, payments, payouts] = await Promise.all([
    deps.accounts.get(memberId),
    deps.payments.ofAccount(memberId, month, `${month}~`),
    deps.payouts.ofAccount(memberId, month, month),
  ]);
  return answer({
    ...(account && { account: accountView(account) }),
    payments: payments.map(onlinePaymentView).toReversed(),
    payouts: payouts.map((payout) => payoutSchema.parse(payout)).toReversed(),
  });
};
