import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { writeMessage } from '../../../../layers/protocols/iso18626/write-message.ts';
import { wakeWorkflow } from '../../data/loan-machine.ts';
import type { StoredLoanRequest } from '../../data/loan-request-store.ts';
import { type OutMessage, unpackIso } from '../../data/partner-message-rows.ts';
import { settledWrite } from '../../data/partner-message-store.ts';
import type { StoredPartner } from '../../data/partner-store.ts';
import type { MessagingDeps } from '../../deps.ts';
import { statusReport } from '../../domain/iso18626/status-report.ts';
import { toIso } from '../../domain/iso18626/to-iso.ts';
import type { Ask } from '../../domain/requests/request.ts';
import { type Acted, act } from '../../domain/workflow/act.ts';
import { SETTLES_UNDELIVERED, UNDELIVERED } from '../../domain/workflow/notes.ts';
import type { Trigger } from '../../domain/workflow/triggers.ts';
import { saveStep } from '../save-step.ts';
import { partiesOf, signedFor } from './message-parties.ts';
import { type Posted, postMessage } from './post-message.ts';
import { sideOf, undeliveredMessages } from './undelivered-messages.ts';

/** The duration of a claim in milliseconds: longer than a post, shorter than the queue's visibility timeout. */
const CLAIM_MS = 60_000;
/** The maximum delay of a queue message in seconds; longer waits consist of several. */
const LONGEST_DELAY = 900;
const PAUSED_SECONDS = 900;
const TRIES = 4;

/** A message with everything needed to write it. */
type Ready = { row: OutMessage; about?: { stored: StoredLoanRequest; ask: Ask }; partner: StoredPartner };

const lookAgain = (
  { queue }: MessagingDeps,
  { requestId, at, messageId, member: cause }: OutMessage,
  seconds: number,
) => queue.send([{ requestId, at, messageId, cause }], Math.min(LONGEST_DELAY, Math.max(1, Math.ceil(seconds))));

const secondsUntil = (instant: string | undefined, now: number): number =>
  instant === undefined ? 0 : (Date.parse(instant) - now) / 1000;

/** Whether a message is obsolete: its ask has ended, or the request that opens it never reached the partner. */
const isOvertaken = ({ row, about }: Ready, before: OutMessage | undefined): boolean => {
  const name = row.message?.name;
  if ((name === 'Request' || name === 'Retry') && about?.ask.closedAt !== undefined) return true;
  return before?.state === 'void' && before.attempts === 0 && before.message?.name === 'Request';
};

const written = async (deps: MessagingDeps, { row, about, partner }: Ready, now: number) => {
  if (row.body) return signedFor(deps, unpackIso(row.body), partner, now);
  if (!about) return undefined;
  const { stored, ask } = about;
  const from = row.message?.from ?? 'supplier';
  const ends = await partiesOf(deps, { request: stored.request, ask, from, partner }, now);
  if (ends === undefined) return undefined;
  // Uses the time of the original message, also for a resend, so that the partner recognises the same message.
  if (row.message) return toIso(row.message, stored.request, ends, row.message.at);
  return statusReport(stored.request, ask, ends, row.at, row.answers);
};

/** The outcome of a message; `unseen` when the partner has certainly not accepted any attempt. */
type Outcome = { state: 'confirmed' } | { state: 'void' } | { state: 'failed'; error: string; unseen?: boolean };

/**
 * The steps that an outcome may set off, the first that applies. A request that failed moves to the next supplier; any other message leaves
 * the state and requires staff, also after the end. Without a failed message, no attention is needed any more: it has arrived, or is
 * obsolete and was not sent.
 */
const stepsOf = (row: OutMessage, outcome: Outcome): Trigger[] => {
  const { message } = row;
  if (outcome.state === 'confirmed') return ['delivered-late'];
  if (outcome.state === 'void') return [SETTLES_UNDELIVERED[sideOf(row)]];
  if (!message) return ['undelivered'];
  return [outcome.unseen && message.name === 'Request' ? 'request-refused' : 'send-failed', 'undelivered'];
};

/** Whether staff were called for a message of ours, and no other one waits to be sent again. */
const mayCalm = async (deps: MessagingDeps, row: OutMessage, { request }: StoredLoanRequest): Promise<boolean> => {
  const side = sideOf(row);
  const ask = request.asks.find(({ askId }) => askId === row.askId);
  if ((side === 'requester' ? request : ask)?.attention !== UNDELIVERED) return false;
  return (await undeliveredMessages(deps, request, { side, askId: row.askId })).length === 0;
};

const stepped = async (
  deps: MessagingDeps,
  row: OutMessage,
  outcome: Outcome,
  stored: StoredLoanRequest,
): Promise<{ acted: Acted; trigger: Trigger } | undefined> => {
  if (outcome.state !== 'failed' && !(await mayCalm(deps, row, stored))) return undefined;
  const now = deps.clock.now();
  const { timers: policy } = await deps.sharing(now);
  const undelivered =
    outcome.state === 'failed'
      ? { error: outcome.error, ...(row.message && { message: row.message.name }) }
      : undefined;
  for (const trigger of stepsOf(row, outcome)) {
    const acted = act(stored.request, trigger, {
      ...{ side: sideOf(row), at: iso(now), by: { kind: 'system' }, policy },
      ...(row.askId !== undefined && { askId: row.askId }),
      ...(undelivered && { undelivered }),
    });
    if (!('refused' in acted) && !acted.unchanged) return { acted, trigger };
  }
  return undefined;
};

/**
 * Settles a message, and moves its request by a step in the same write: staff are called for one that failed, and not
 * any more once it has reached the partner.
 */
const settleAs = async (deps: MessagingDeps, row: OutMessage, outcome: Outcome): Promise<void> => {
  const keepDays = await deps.messageDays(deps.clock.now());
  const { requestId } = row;
  for (let i = 0; i < TRIES; i += 1) {
    const now = deps.clock.now();
    const done = settledWrite(row, { ...outcome, keepDays }, iso(now));
    const stored = await deps.requests.load(requestId);
    const step = stored && (await stepped(deps, row, outcome, stored));
    // The request is gone, or does not depend on the message.
    if (!stored || !step) {
      await deps.messages.write([done]);
      return;
    }
    const { acted, trigger } = step;
    const change = { before: stored.request, after: acted.request, trigger };
    const moves = await deps.copies.movesFor({ ...change, now, at: iso(now) });
    const moved = 'refused' in moves ? { writes: [] } : moves;
    if (await saveStep(deps, stored, acted, { ...moved, writes: [...moved.writes, done], now })) {
      await wakeWorkflow(deps.requests, deps.machine, requestId);
      return;
    }
    // Another process settled it.
    if ((await deps.messages.get(row))?.v !== row.v) return;
  }
  throw new Error(`The request ${requestId} changed again and again while a message was settled.`);
};

const settle = async (deps: MessagingDeps, { row, partner }: Ready, posted: Posted): Promise<void> => {
  const now = deps.clock.now();
  if (posted === 'confirmed') return settleAs(deps, row, { state: 'confirmed' });
  const { error, passes, untaken } = posted;
  const seconds = partner.retrySeconds[row.attempts - 1];
  // Refused in a later attempt, the message may have been accepted in an earlier one.
  const unseen = untaken === true && row.attempts === 1;
  if (!passes || seconds === undefined) return settleAs(deps, row, { state: 'failed', error, unseen });
  const next = { nextTryAt: iso(now + seconds * 1000), error };
  if (await deps.messages.tryAgain(row, next)) await lookAgain(deps, row, seconds);
};

const sendNow = async (deps: MessagingDeps, ready: Ready, now: number): Promise<void> => {
  const { row, partner } = ready;
  const message = await written(deps, ready, now);
  if (!message) {
    const error = 'We have no symbol to write under: set the member’s or the consortium’s.';
    return settleAs(deps, row, { state: 'failed', error, unseen: row.attempts === 0 });
  }
  const { dialect } = partner;
  const claimed = await deps.messages.claim(row, iso(deps.clock.now() + CLAIM_MS), { message, dialect });
  // Another process is sending it; should that process die, this retry finds it unsent.
  if (!claimed) return lookAgain(deps, row, CLAIM_MS / 1000);
  const number = 'header' in message.body ? message.body.header.requestingAgencyRequestId : row.requestId;
  const posted = await postMessage(deps, { partner, xml: writeMessage(message, dialect), number }, now);
  return settle(deps, { ...ready, row: claimed }, posted);
};

/**
 * Sends a message of the outbox when it can be sent: an earlier message about the same ask goes first, and one process
 * at a time sends it. A failed attempt is repeated after the partner's pauses; then the message has failed, and its
 * request is moved or calls staff. Each attempt sends the text of the first one. A process that dies between post and write causes a
 * second, identical message with the same numbers and time.
 */
export const sendMessage = async (deps: MessagingDeps, row: OutMessage, now: number): Promise<void> => {
  // The process that stored the failure may have ended before it notified the workflow.
  if (row.state === 'failed') return wakeWorkflow(deps.requests, deps.machine, row.requestId);
  if (row.state !== 'to-send') return;
  const wait = Math.max(secondsUntil(row.nextTryAt, now), secondsUntil(row.claimedUntil, now));
  if (wait > 0) return lookAgain(deps, row, wait);
  const [stored, partner] = await Promise.all([deps.requests.load(row.requestId), deps.partners.get(row.partnerId)]);
  const ask = stored?.request.asks.find(({ askId }) => askId === row.askId);
  const about = stored && ask && { stored, ask };
  if ((!about && (row.askId !== undefined || row.body === undefined)) || !partner)
    return settleAs(deps, row, {
      state: 'failed',
      error: 'There is no such partner or request.',
      unseen: row.attempts === 0,
    });
  if (partner.paused) return lookAgain(deps, row, PAUSED_SECONDS);
  const before = await deps.messages.before(row);
  if (before?.state === 'to-send') return lookAgain(deps, row, Math.max(5, secondsUntil(before.nextTryAt, now)));
  const ready = { row, partner, ...(about && { about }) };
  if (!isOvertaken(ready, before)) return sendNow(deps, ready, now);
  await settleAs(deps, row, { state: 'void' });
};
