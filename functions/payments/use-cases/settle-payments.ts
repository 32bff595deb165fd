import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ProviderDeps } from '../deps.ts';
import { type OnlinePayment, SESSION_MS } from '../domain/online-payment.ts';
import type { PaymentAccount } from '../domain/payment-account.ts';
import type { PaymentProvider } from '../domain/provider.ts';
import { endSession } from './end-session.ts';
import { settlePayouts } from './settle-payouts.ts';
import { settleRefunds } from './settle-refunds.ts';

const WEEK_MS = 7 * 86_400_000;

/** Returns whether a desk has taken money for a bill of an open payment. */
const wasPaidElsewhere = async (deps: ProviderDeps, { patron, lines }: OnlinePayment): Promise<boolean> => {
  if (patron === undefined) return true;
  const bills = await Promise.all(lines.map(({ billId }) => deps.bills.get(patron.patronId, billId, { strong: true })));
  return lines.some(({ amount }, i) => (bills[i]?.open ?? 0) < amount);
};

const settleOne = async (
  deps: ProviderDeps,
  provider: PaymentProvider,
  payment: OnlinePayment,
  now: number,
): Promise<void> => {
  if (payment.state !== 'open') return;
  const isOver = now > Date.parse(payment.at) + SESSION_MS;
  if (isOver || (await wasPaidElsewhere(deps, payment))) await endSession(deps, provider, payment, now);
};

const settleAccount = async (deps: ProviderDeps, account: PaymentAccount, now: number): Promise<number> => {
  const provider = await deps.providerOf(account, now);
  if (provider === undefined) return 0;
  const recent = await deps.payments.ofAccount(account.memberId, iso(now - WEEK_MS), `${iso(now)}~`);
  for (const payment of recent) await settleOne(deps, provider, payment, now);
  await settleRefunds(deps, provider, account.memberId, now);
  return settlePayouts(deps, provider, account.memberId, now);
};

/**
 * Settles the payments of the last week, the open refunds and the payouts of every account, one after the other. An account that fails does
 * not stop the others; the run then fails, which the alarm on errors reports. `now` in epoch ms.
 */
export const settlePayments = async (deps: ProviderDeps, now: number): Promise<{ payouts: number }> => {
  let payouts = 0;
  const failures: Error[] = [];
  for (const account of await deps.accounts.all()) {
    try {
      payouts += await settleAccount(deps, account, now);
    } catch (error) {
      failures.push(new Error(`The account of ${account.memberId} was not settled.`, { cause: error }));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join(' '));
  return { payouts };
};
