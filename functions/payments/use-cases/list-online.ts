import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { PaymentDeps } from '../deps.ts';
import type { OnlinePayment } from '../domain/online-payment.ts';
import { accountView, onlinePaymentView, payoutView } from '../schemas/views.ts';

type Wanted = { memberId: string; month: string; payment: string | undefined; page: PageRequest };

/** Reads the payments that are asked for: a page of the month, or the one named when it was made with the account. */
const wantedPayments = async ({ payments }: PaymentDeps, { memberId, month, payment, page }: Wanted) => {
  if (payment === undefined) return payments.ofMonth(memberId, month, page);
  const found = await payments.get(payment);
  return { rows: found?.account === memberId ? [found] : [] };
};

/** Reads the payments of an account with open disputes, whenever they were begun. */
const disputedPayments = async ({ mattersOf, payments }: PaymentDeps, memberId: string): Promise<OnlinePayment[]> => {
  const ids = new Set((await mattersOf(memberId)).flatMap(({ paymentId }) => paymentId ?? []));
  const found = await Promise.all([...ids].map((paymentId) => payments.get(paymentId)));
  return found.filter((one) => one !== undefined);
};

/**
 * Lists a page of the payments begun in a month (YYYY-MM) of a member's account; its first page has the payouts that
 * arrived, and all open disputes of the account, too.
 */
export const listOnline = async (deps: PaymentDeps, wanted: Wanted) => {
  const { memberId, month, page } = wanted;
  const isFirst = page.after === undefined;
  const [account, payments, payouts, disputed] = await Promise.all([
    deps.accounts.get(memberId),
    wantedPayments(deps, wanted),
    isFirst ? deps.payouts.ofAccount(memberId, month, month) : [],
    isFirst ? disputedPayments(deps, memberId) : [],
  ]);
  if (payments === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  return answer({
    ...(account && { account: accountView(account) }),
    payments: payments.rows.map(onlinePaymentView),
    disputed: disputed.map(onlinePaymentView),
    payouts: payouts.map(payoutView).toReversed(),
    ...(payments.next !== undefined && { next: payments.next }),
  });
};
