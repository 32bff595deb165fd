import { answer } from '../../../layers/platform/http/outcome.ts';
import { billView } from '../../circulation/public/bill-view.ts';
import type { PaymentDeps } from '../deps.ts';
import { accountFor } from '../domain/payment-account.ts';
import { myPaymentView } from '../schemas/views.ts';

const LATEST = 10;

/** Lists the bills that the patron may pay online, in one group for each account and currency, and the latest payments. `now` in epoch ms. */
export const listPayables = async (deps: PaymentDeps, patronId: string, now: number) => {
  const [accounts, bills, payments] = await Promise.all([
    deps.accounts.all(),
    deps.bills.open(patronId),
    deps.payments.ofPatron(patronId, LATEST),
  ]);
  const groups = new Map<
    string,
    { account: string; currency: string; minimum: number; bills: ReturnType<typeof billView>[] }
  >();
  for (const bill of bills) {
    const account = bill.open > 0 ? accountFor(accounts, bill.member) : undefined;
    if (account === undefined) continue;
    const { memberId, minimum } = account;
    const name = `${memberId} ${bill.currency}`;
    const group = groups.get(name) ?? { account: memberId, currency: bill.currency, minimum, bills: [] };
    groups.set(name, { ...group, bills: [...group.bills, billView(bill)] });
  }
  return answer({ groups: [...groups.values()], payments: payments.map((payment) => myPaymentView(payment, now)) });
};
