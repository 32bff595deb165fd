import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { OutMessage } from '../../data/partner-message-rows.ts';
import { type PartnerMessageStore, settledWrite } from '../../data/partner-message-store.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';
import type { SharingPolicy } from '../../domain/sharing-policy.ts';
import type { Side } from '../../domain/workflow/triggers.ts';

/** The dependencies for finding the undelivered messages of a request. */
type Failures = { messages: Pick<PartnerMessageStore, 'failedOf'> };

/** One side of a request, as the supplier with its ask. */
type OneSide = { side: Side; askId?: string | undefined };

/** Returns the side that a message is from: an answer about an ask is the supplier's, one about none the requester's. */
export const sideOf = ({ message, askId }: OutMessage): Side =>
  message?.from ?? (askId === undefined ? 'requester' : 'supplier');

/**
 * Returns whether the request moved to the next supplier because a message failed: it needs no attention. Only the withdrawal, which that
 * step sends, must be delivered.
 */
const wentOnWithout = ({ asks }: LoanRequest, { message, askId }: OutMessage): boolean => {
  const { outcome, closedAt = '' } = asks.find((ask) => ask.askId === askId) ?? {};
  return outcome === 'unreachable' && message !== undefined && message.name !== 'Withdraw' && message.at <= closedAt;
};

/**
 * Finds the failed messages of a request for which the staff of a side are called. The requester's flag is one for all
 * its asks, a supplier's is one for its own ask.
 */
export const undeliveredMessages = async (
  { messages }: Failures,
  request: LoanRequest,
  { side, askId }: OneSide,
): Promise<OutMessage[]> => {
  const failed = await messages.failedOf(request.requestId);
  return failed.filter(
    (row) => sideOf(row) === side && (side === 'requester' || row.askId === askId) && !wentOnWithout(request, row),
  );
};

/** Builds the writes that make the undelivered messages of a side void, for the step by which staff settle them. */
export const voidUndelivered = async (
  deps: Failures & { sharing: (now: number) => Promise<SharingPolicy> },
  request: LoanRequest,
  by: OneSide,
  now: number,
): Promise<Write[]> => {
  const [rows, { messageDays: keepDays }] = await Promise.all([
    undeliveredMessages(deps, request, by),
    deps.sharing(now),
  ]);
  return rows.map((row) => settledWrite(row, { state: 'void', keepDays }, iso(now)));
};
