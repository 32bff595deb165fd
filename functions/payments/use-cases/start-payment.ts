import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { openingWrites } from '../data/payment-store.ts';
import type { ProviderDeps } from '../deps.ts';
import { choosePayment } from '../domain/choose-payment.ts';
import { isUsable, type OnlinePayment } from '../domain/online-payment.ts';
import { endSession } from './end-session.ts';
import { openSession } from './open-session.ts';
import { recordFact } from './record-fact.ts';

/** The patron and the chosen bills. `now` in epoch ms. */
type Start = { patronId: string; billIds: readonly string[]; now: number };

const busy = () => refuse('payment-in-progress', 'Another payment of yours is being processed.');

const isSame = (one: OnlinePayment, other: Pick<OnlinePayment, 'lines' | 'account'>): boolean =>
  JSON.stringify([one.account, one.lines]) === JSON.stringify([other.account, other.lines]);

/**
 * Starts an online payment of a patron's bills: the amount is that of the bills, the patron has one open payment at a time, and the answer
 * is the provider's page. The same bills again return to the same page; other bills end the earlier page first.
 */
export const startPayment = async (deps: ProviderDeps, { patronId, billIds, now }: Start) => {
  const [accounts, bills] = await Promise.all([deps.accounts.all(), deps.bills.open(patronId, { strong: true })]);
  const chosen = choosePayment(accounts, bills, billIds);
  if ('refused' in chosen) return chosen;
  const { account, ...rest } = chosen;
  const provider = await deps.providerOf(account, now);
  if (provider === undefined) return refuse('not-online', 'The library takes no payments online.');
  const openId = await deps.payments.openOf(patronId);
  const open = openId === undefined ? undefined : await deps.payments.get(openId);
  if (open) {
    if (isUsable(open, now) && isSame(open, { ...rest, account: account.memberId }))
      return answer({ paymentId: open.paymentId, url: open.url ?? '' });
    const theirs = accounts.find(({ memberId }) => memberId === open.account);
    const asked = theirs && (await deps.providerOf(theirs, now));
    const ended = asked && (await endSession(deps, asked, open, now));
    if (ended === undefined || ended.state === 'open' || ended.state === 'paid') return busy();
  }
  const paymentId = deps.ids.next('online-payment', now);
  const begun = { paymentId, account: account.memberId, patron: { patronId }, at: iso(now), state: 'open' as const };
  const payment: OnlinePayment = { ...begun, ...rest, refunds: [], disputes: [], v: 1 };
  if (await deps.table.write(openingWrites(payment, patronId))) return busy();
  const session = await openSession(deps, provider, payment);
  if ('failed' in session || session.url === undefined) {
    await recordFact(deps, { paymentId, fact: { is: 'ended', state: 'failed' }, now });
    return refuse('provider-unavailable', 'The payment provider did not open a page: try again later.');
  }
  return answer({ paymentId, url: session.url });
};
