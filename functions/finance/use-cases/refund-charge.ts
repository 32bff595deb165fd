import { isPartner } from '../../../layers/kernel/identity/party.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { whileNotClosed } from '../../../layers/records/ledger/data/period-check.ts';
import { postOwed, refundIdOf, refundOf } from '../../../layers/records/ledger/domain/owed.ts';
import { chargeId } from '../../resource-sharing/public/charge-id.ts';
import { owedWrites } from '../../resource-sharing/public/charge-writes.ts';
import type { LoanRequest } from '../../resource-sharing/public/request.ts';
import { statementLines } from '../../resource-sharing/public/statement-lines.ts';
import type { RefundDeps } from '../deps.ts';
import { monthClosed } from '../schemas/booking-refusals.ts';

type Line = ReturnType<typeof statementLines>[number];
type Input = {
  requestId: string;
  askId: string;
  charge: Parameters<typeof chargeId>[2];
  /** The member that refunds the money. */
  memberId: string;
  now: number;
  keep: Keep<Line>;
};

/** Returns who may refund the charge of an ask: the supplier, or for an external partner the member that books for it. */
const refunder = ({ asks, requesterMember }: LoanRequest, askId: string): string | undefined => {
  const supplier = asks.find((ask) => ask.askId === askId)?.supplierMember;
  return supplier !== undefined && isPartner(supplier) ? requesterMember : supplier;
};

/** Refunds an interlibrary loan charge, once. */
export const refundCharge = async (
  { table, ledger, requests }: RefundDeps,
  { requestId, askId, charge, memberId, now, keep }: Input,
) => {
  const stored = await requests.load(requestId);
  if (!stored || refunder(stored.request, askId) !== memberId)
    return refuse('unknown-request', 'There is no such request in which this library charges.');
  const entryId = chargeId(requestId, askId, charge);
  const [charged, refunded] = await Promise.all([ledger.find(entryId), ledger.find(refundIdOf(entryId))]);
  if (!charged) return refuse('nothing-charged', 'Nothing of the kind was charged.', '/body/charge');
  const refund = refundOf(charged, iso(now));
  const entry = postOwed(refund);
  const line = 'refused' in entry ? undefined : statementLines([entry], memberId)[0];
  if ('refused' in entry || line === undefined)
    throw new Error('A refund must stand in the books of the library that gives it.');
  const already = refuse('refunded-already', 'It was given back already.', '/body/charge');
  if (refunded) return already;
  const lost = await table.write([whileNotClosed(entry.periodKey), ...owedWrites([refund]), ...keep(line)]);
  if (lost?.conflict.some(({ index }) => index === 0)) return monthClosed();
  return lost ? already : answer(line);
};
