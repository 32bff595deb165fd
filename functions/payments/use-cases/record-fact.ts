import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { moveOnlineMoney } from '../../circulation/public/move-online-money.ts';
import { endedMatterWrite, matterWrite } from '../data/matter-store.ts';
import { closingWrite, endedRefundWrite, intentWrite, paymentWrite } from '../data/payment-store.ts';
import type { ProviderDeps } from '../deps.ts';
import { applyFact } from '../domain/apply-fact.ts';
import { disputeChanges } from '../domain/online-matter.ts';
import type { OnlinePayment, Refund } from '../domain/online-payment.ts';
import type { FactEffect, PaymentFact } from '../domain/payment-fact.ts';

type Deps = Pick<ProviderDeps, 'table' | 'payments' | 'bills' | 'ids'>;
/** What the provider says of a payment, and the writes of the same transaction. `now` in epoch ms. */
type Recording = { paymentId: string; fact: PaymentFact; now: number; alsoWrite?: Write[] };

const writesOf = async (deps: Deps, before: OnlinePayment, { after }: FactEffect): Promise<Write[]> => {
  const { paymentId, patron, intent } = after;
  const ended = before.state === 'open' && after.state !== 'open' && patron !== undefined;
  const isOpen = ended && (await deps.payments.openOf(patron.patronId)) === paymentId;
  const requested = before.refunds.filter((refund) => refund.state === 'requested');
  const isEnded = ({ refundId }: Refund) =>
    after.refunds.some((one) => one.refundId === refundId && one.state !== 'requested');
  const disputes = disputeChanges(before, after);
  return [
    ...disputes.opened.map(matterWrite),
    ...disputes.ended.map(endedMatterWrite),
    paymentWrite({ ...after, v: before.v + 1 }),
    ...requested.filter(isEnded).map((refund) => endedRefundWrite(before, refund)),
    ...(isOpen ? [closingWrite(patron.patronId, paymentId)] : []),
    ...(intent !== undefined && intent !== before.intent ? [intentWrite(intent, paymentId)] : []),
  ];
};

const moneyOf = (deps: Deps, effect: FactEffect & { act: NonNullable<FactEffect['act']> }, now: number) => {
  const { account, currency, paymentId, patron, intent = paymentId } = effect.after;
  const by = effect.act === 'paid' ? 'patron' : 'system';
  return {
    money: { act: effect.act, at: iso(now), by, currency, account, paymentId, reference: intent },
    patronId: patron?.patronId,
    lines: effect.lines.map((line) => ({ ...line, entryId: deps.ids.next('entry', now) })),
  };
};

/** Returns the credits of a payment's bills: a refund settles them first. */
const creditsOf = async (deps: Deps, { patron, lines }: OnlinePayment): Promise<Record<string, number>> => {
  if (patron === undefined || lines.length === 1) return {};
  const bills = await Promise.all(lines.map(({ billId }) => deps.bills.get(patron.patronId, billId, { strong: true })));
  return Object.fromEntries(bills.flatMap((bill) => (bill && bill.open < 0 ? [[bill.billId, -bill.open]] : [])));
};

/**
 * Records what the provider says of a payment: the payment, its bills, the ledger and the patron's debt in one transaction. A fact that is
 * known already changes nothing, so that each may be recorded again. Returns the payment afterwards; undefined when there is none.
 */
export const recordFact = (deps: Deps, { paymentId, fact, now, alsoWrite = [] }: Recording) =>
  retryOnConflict(`Payment ${paymentId}`, async (): Promise<{ payment?: OnlinePayment } | undefined> => {
    const before = await deps.payments.get(paymentId);
    if (before === undefined) return {};
    const credits = fact.is === 'refunded' ? await creditsOf(deps, before) : {};
    const effect = applyFact(before, fact, { at: iso(now), refundId: deps.ids.next('refund', now), credits });
    if (effect === undefined) {
      if (alsoWrite.length > 0) await deps.table.write(alsoWrite);
      return { payment: before };
    }
    const { act, after } = effect;
    const writes = [...(await writesOf(deps, before, effect)), ...alsoWrite];
    const written =
      act === undefined
        ? (await deps.table.write(writes)) === undefined
        : await moveOnlineMoney(deps.table, { ...moneyOf(deps, { ...effect, act }, now), alsoWrite: writes });
    return written ? { payment: { ...after, v: before.v + 1 } } : undefined;
  });
