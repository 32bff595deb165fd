import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { InMessage } from '../../data/partner-message-rows.ts';
import { answerWrite, decidedWrite } from '../../data/partner-message-store.ts';
import type { MessagingDeps } from '../../deps.ts';
import { type PatronRequestAnswer, patronRequestAnswer } from '../../domain/iso18626/patron-request-answer.ts';
import { patronRequestStatus } from '../../domain/iso18626/patron-request-status.ts';
import { dueOf } from '../../domain/items/due-of.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';
import { takeStep } from '../take-step.ts';

type RequesterMessage = MessageOf<'requestingAgencyMessage'>;
type Done = 'done' | 'again';
/** A message about a patron request, with the request that was created for it. */
type PatronMessage = { message: RequesterMessage; row: InMessage; request: LoanRequest };

/**
 * The delay in seconds after which a pending cancellation is checked again. The library that was asked to cancel
 * answers in its own time, and its message triggers this check (`givenUp`); the delay covers a missed trigger.
 */
const LOOKS_SECONDS = 900;

const statusAnswer = (
  { row, request }: Omit<PatronMessage, 'message'>,
  info: PatronRequestAnswer['info'],
): PatronRequestAnswer => ({
  ...{ info, status: patronRequestStatus(request), requestId: row.requestId, due: dueOf(request) },
});

const answered = ({ message, row, request }: PatronMessage, info: PatronRequestAnswer['info'], at: string): Write =>
  answerWrite(row, patronRequestAnswer(message.header, statusAnswer({ row, request }, info), at), at);

/** Whether this message has started the cancellation already. */
const isUnderWay = ({ row, request }: PatronMessage): boolean =>
  request.history.some(
    ({ trigger, by, at }) =>
      trigger === 'cancel' && by.kind === 'partner' && by.member === row.partnerId && at >= row.at,
  );

const cancelled = async (deps: MessagingDeps, { row, request }: PatronMessage, now: number): Promise<boolean> => {
  const { requestId, partnerId, at, messageId } = row;
  const taken = await takeStep(deps, {
    ...{ requestId, side: 'requester', trigger: 'cancel', now },
    ...{ by: { kind: 'partner', member: partnerId }, viewer: { as: 'requester', member: request.requesterMember } },
    changes: { givenUp: { at, messageId } },
  });
  return 'ok' in taken;
};

/**
 * Cancels a patron request, and answers as soon as the result is known: a supplier that promised must agree, because it
 * may have shipped (C80).
 */
const cancel = async (deps: MessagingDeps, incoming: PatronMessage, now: number): Promise<Done> => {
  const { row, request } = incoming;
  const at = iso(now);
  // After the step the request is loaded and checked again.
  const isAsked = request.state === 'cancelled' || request.state === 'cancel-pending' || isUnderWay(incoming);
  if (!isAsked && (await cancelled(deps, incoming, now))) return 'again';
  if (request.state === 'cancel-pending') {
    const { requestId, messageId, member: cause } = row;
    await deps.queue.send([{ requestId, at: row.at, messageId, cause }], LOOKS_SECONDS);
    return 'done';
  }
  const isDone = request.state === 'cancelled';
  const info = { reasonForMessage: 'CancelResponse', answerYesNo: isDone ? 'Y' : 'N' } as const;
  const outcome = isDone ? { state: 'applied' as const } : { state: 'refused' as const, why: 'not-in-this-state' };
  const decided = decidedWrite(row, { ...outcome, keepDays: await deps.messageDays(now) }, at);
  return (await deps.messages.write([decided, answered(incoming, info, at)])) ? 'done' : 'again';
};

/**
 * Applies a later message about a patron request: answers a status request, or cancels. Other messages stay in the log.
 * Each message is decided once.
 */
export const applyPatronMessage = async (deps: MessagingDeps, incoming: PatronMessage, now: number): Promise<Done> => {
  const { message, row } = incoming;
  if (message.action === 'Cancel' && !row.again) return cancel(deps, incoming, now);
  const at = iso(now);
  const keepDays = await deps.messageDays(now);
  const noted = (why: string) => decidedWrite(row, { state: 'noted', why, keepDays }, at);
  if (message.action !== 'StatusRequest' && !row.again)
    return (await deps.messages.write([noted('text')])) ? 'done' : 'again';
  const answer = answered(incoming, { reasonForMessage: 'StatusRequestResponse' }, at);
  return (await deps.messages.write([noted('status-asked'), answer])) ? 'done' : 'again';
};
