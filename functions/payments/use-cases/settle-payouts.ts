import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { bookingWrite } from '../../../layers/records/ledger/data/booking.ts';
import { endedMatterWrite, matterWrite } from '../data/matter-store.ts';
import { paymentWrite } from '../data/payment-store.ts';
import { changedPayoutWrite, payoutWrite } from '../data/payout-store.ts';
import type { ProviderDeps } from '../deps.ts';
import { payoutMatter } from '../domain/online-matter.ts';
import type { OnlinePayment } from '../domain/online-payment.ts';
import {
  comparedAgain,
  type MatchedLine,
  ofDispute,
  ofRefund,
  type ReconciledPayout,
  reconcilePayout,
  type StoredPayout,
} from '../domain/payout.ts';
import type { BalanceLine, PaymentProvider, ProviderPayout } from '../domain/provider.ts';
import { recordFact } from './record-fact.ts';

/** For how long a payout may be found late. */
const DAYS_BACK = 10;
const DAY_MS = 86_400_000;

/** Records the refunds of a payment as the provider has them now. */
const recordRefunds = async (
  deps: ProviderDeps,
  provider: PaymentProvider,
  payment: OnlinePayment & { intent: string },
  now: number,
): Promise<OnlinePayment> => {
  const refunds = await provider.refundsOf(payment.intent);
  if ('failed' in refunds) throw new Error(`The payment provider does not list refunds: ${refunds.failed}`);
  let last: OnlinePayment = payment;
  for (const refund of refunds) {
    const fact = { is: 'refunded' as const, refund };
    ({ payment: last = last } = await recordFact(deps, { paymentId: payment.paymentId, fact, now }));
  }
  return last;
};

/** Records the dispute of a line as the provider has it now. */
const recordDispute = async (
  deps: ProviderDeps,
  provider: PaymentProvider,
  { paymentId, disputeId, now }: { paymentId: string; disputeId: string; now: number },
): Promise<OnlinePayment | undefined> => {
  const dispute = await provider.dispute(disputeId);
  if ('failed' in dispute) throw new Error(`The payment provider does not state a dispute: ${dispute.failed}`);
  return (await recordFact(deps, { paymentId, fact: { is: 'disputed', ...dispute }, now })).payment;
};

/** Finds the payment of a line of the balance. A payment, refund or dispute whose event was lost is posted now. */
const matched = async (
  deps: ProviderDeps,
  provider: PaymentProvider,
  account: string,
  line: BalanceLine,
  now: number,
): Promise<MatchedLine> => {
  const { intent } = line;
  const paymentId = line.paymentId ?? (intent === undefined ? undefined : await deps.payments.byIntent(intent));
  const found = paymentId === undefined ? undefined : await deps.payments.get(paymentId);
  if (found?.account !== account) return { line };
  if (line.kind === 'refund' && found.intent !== undefined && ofRefund(line, found) !== line.amount)
    return { line, payment: await recordRefunds(deps, provider, { ...found, intent: found.intent }, now) };
  if (line.kind === 'dispute' && line.source !== undefined && ofDispute(line, found) !== line.amount) {
    const recorded = await recordDispute(deps, provider, { ...found, disputeId: line.source, now });
    return { line, payment: recorded ?? found };
  }
  const isLost =
    line.kind === 'charge' && found.state !== 'paid' && intent !== undefined && found.amount === line.amount;
  if (!isLost) return { line, payment: found };
  const { payment = found } = await recordFact(deps, {
    ...{ paymentId: found.paymentId, fact: { is: 'paid' as const, intent }, now },
  });
  return { line, payment };
};

/** Notes on a payment its payout and the provider's fee. */
const noteFee = (deps: ProviderDeps, { paymentId }: OnlinePayment, fee: number, payoutId: string): Promise<true> =>
  retryOnConflict(`Payment ${paymentId}`, async () => {
    const before = await deps.payments.get(paymentId);
    if (before === undefined || before.payoutId !== undefined) return true;
    const written = await deps.table.write([paymentWrite({ ...before, fee, payoutId, v: before.v + 1 })]);
    return written === undefined ? true : undefined;
  });

const postings = (deps: ProviderDeps, payout: ReconciledPayout, now: number): Write[] => {
  const { account: member, currency, payoutId, amount, fees } = payout;
  const common = { at: iso(now), currency, member, causeId: payoutId, memo: 'online', reference: payoutId };
  return [
    { ...common, kind: 'online-fee' as const, amount: fees },
    { ...common, kind: 'online-paid-out' as const, amount },
    // A payout below zero is taken back from the bank.
    { ...common, kind: 'online-taken-back' as const, amount: -amount },
  ].flatMap((one) => (one.amount > 0 ? [bookingWrite({ ...one, entryId: deps.ids.next('entry', now) })] : []));
};

/** Reads what a payout consists of, each line with its payment; undefined when the provider may state it later. */
const matchedLines = async (
  deps: ProviderDeps,
  provider: PaymentProvider,
  { account, payoutId, now }: { account: string; payoutId: string; now: number },
): Promise<MatchedLine[] | undefined> => {
  const lines = await provider.balanceOf(payoutId);
  if ('failed' in lines) {
    if (lines.later) return undefined;
    throw new Error(`The payment provider refuses the balance of payout ${payoutId}: ${lines.failed}`);
  }
  const all: MatchedLine[] = [];
  for (const line of lines) all.push(await matched(deps, provider, account, line, now));
  return all;
};

/** Compares a payout that differed again: an event that came late ends the difference, another difference opens it again. */
const settleAgain = async (
  deps: ProviderDeps,
  provider: PaymentProvider,
  before: StoredPayout,
  now: number,
): Promise<void> => {
  const all = await matchedLines(deps, provider, { ...before, now });
  const { payoutId, account, arrivesOn, amount, currency } = before;
  const after = all && comparedAgain(before, reconcilePayout({ payoutId, account, arrivesOn, amount, currency }, all));
  if (after === undefined) return;
  const matter = payoutMatter(after, iso(now));
  const today = matter ? matterWrite(matter) : endedMatterWrite({ kind: 'payout', matterId: payoutId, account });
  // When staff check it at the same instant, the next comparison finds it.
  await deps.table.write([changedPayoutWrite(after), today]);
};

const settleOne = async (
  deps: ProviderDeps,
  provider: PaymentProvider,
  { account, now, ...payout }: ProviderPayout & { account: string; now: number },
): Promise<boolean> => {
  const all = await matchedLines(deps, provider, { ...payout, account, now });
  if (all === undefined) return false;
  for (const { line, payment } of all)
    if (payment && line.kind === 'charge') await noteFee(deps, payment, line.fee, payout.payoutId);
  const reconciled = reconcilePayout({ ...payout, account }, all);
  const matter = payoutMatter(reconciled, iso(now));
  // The provider's fees and the payout are posted with it, so that neither is posted twice.
  const writes = [
    payoutWrite(reconciled),
    ...postings(deps, reconciled, now),
    ...(matter ? [matterWrite(matter)] : []),
  ];
  return (await deps.table.write(writes)) === undefined;
};

/**
 * Reconciles each payout of the last days once, and those that differed again. Returns how many were new. Throws after all of them when the provider refuses one for good.
 * `now` in epoch ms.
 */
export const settlePayouts = async (
  deps: ProviderDeps,
  provider: PaymentProvider,
  account: string,
  now: number,
): Promise<number> => {
  const since = now - DAYS_BACK * DAY_MS;
  const payouts = await provider.payouts(since);
  if ('failed' in payouts) {
    if (payouts.later) return 0;
    throw new Error(`The payment provider refuses to list payouts: ${payouts.failed}`);
  }
  // A payout that has arrived a day ahead of our clock counts too.
  const from = iso(since - 2 * DAY_MS).slice(0, 10);
  const known = await deps.payouts.ofAccount(account, from, '9999');
  const failures: unknown[] = [];
  let settled = 0;
  for (const payout of payouts) {
    const before = known.find(({ payoutId }) => payoutId === payout.payoutId);
    if (before?.differences.length === 0) continue;
    try {
      if (before) await settleAgain(deps, provider, before, now);
      else if (await settleOne(deps, provider, { ...payout, account, now })) settled += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} payouts were not reconciled.`);
  return settled;
};
