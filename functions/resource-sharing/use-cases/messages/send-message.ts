import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { wakeWorkflow } from '../../data/loan-machine.ts';
import type { StoredLoanRequest } from '../../data/loan-request-store.ts';
import { type OutMessage, unpackIso } from '../../data/partner-message-rows.ts';
import { settledWrite } from '../../data/partner-message-store.ts';
import type { StoredPartner } from '../../data/partner-store.ts';
import type { MessagingDeps } from '../../deps.ts';
import { statusReport } from '../../domain/iso18626/status-report.ts';
import { toIso } from '../../domain/iso18626/to-iso.ts';
import { writeMessage } from '../../domain/iso18626/write-message.ts';
import type { Ask } from '../../domain/requests/request.ts';
import { act } from '../../domain/workflow/act.ts';
import { saveStep } from '../save-step.ts';
import { partiesOf, signedFor } from './message-parties.ts';
import { type Posted, postMessage } from './post-message.ts';

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

/** A failed message; `unseen` when the partner has certainly not accepted any attempt. */
type Failed = { state: 'failed'; error: string; unseen?: boolean };

/** Settles a failed message and moves its request by a step. */
const fail = async (deps: MessagingDeps, failed: OutMessage, settled: Failed): Promise<void> => {
  const keepDays = await deps.messageDays(deps.clock.now());
  const { message, requestId } = failed;
  const trigger = settled.unseen && message?.name === 'Request' ? 'request-refused' : 'send-failed';
  for (let i = 0; i < TRIES; i += 1) {
    const at = iso(deps.clock.now());
    const done = settledWrite(failed, { ...settled, keepDays }, at);
    const stored = message && (await deps.requests.load(requestId));
    const { timers: policy } = await deps.sharing(deps.clock.now());
    const context = { side: message?.from ?? ('supplier' as const), at, by: { kind: 'system' as const }, policy };
    const acted = stored && act(stored.request, trigger, { ...context, ...(message && { askId: message.askId }) });
    // The ask has ended, or the request does not depend on the message: it stays in the log for staff.
    if (!stored || !acted || 'refused' in acted || acted.unchanged) {
      await deps.messages.write([done]);
      return;
    }
    const change = { before: stored.request, after: acted.request, trigger } as const;
    const moves = await deps.copies.movesFor({ ...change, now: deps.clock.now(), at });
    const moved = 'refused' in moves ? { writes: [] } : moves;
    const now = deps.clock.now();
    if (await saveStep(deps, stored, acted, { ...moved, writes: [...moved.writes, done], now })) {
      await wakeWorkflow(deps.requests, deps.machine, requestId);
      return;
    }
    // Another process settled it.
    if ((await deps.messages.get(failed))?.v !== failed.v) return;
  }
  throw new Error(`The request ${requestId} changed again and again while a message failed.`);
};

const settle = async (deps: MessagingDeps, { row, partner }: Ready, posted: Posted): Promise<void> => {
  const now = deps.clock.now();
  if (posted === 'confirmed') {
    const confirmed = { state: 'confirmed' as const, keepDays: await deps.messageDays(now) };
    await deps.messages.write([settledWrite(row, confirmed, iso(now))]);
    return;
  }
  const { error, passes, untaken } = posted;
  const seconds = partner.retrySeconds[row.attempts - 1];
  // Refused in a later attempt, the message may have been accepted in an earlier one.
  const unseen = untaken === true && row.attempts === 1;
  if (!passes || seconds === undefined) return fail(deps, row, { state: 'failed', error, unseen });
  const next = { nextTryAt: iso(now + seconds * 1000), error };
  if (await deps.messages.tryAgain(row, next)) await lookAgain(deps, row, seconds);
};

const sendNow = async (deps: MessagingDeps, ready: Ready, now: number): Promise<void> => {
  const { row, partner } = ready;
  const message = await written(deps, ready, now);
  if (!message) {
    const error = 'We have no symbol to write under: set the member’s or the consortium’s.';
    return fail(deps, row, { state: 'failed', error, unseen: row.attempts === 0 });
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
 * at a time sends it. A failed attempt is repeated after the partner's pauses; then the message has failed and its
 * request is moved. Each attempt sends the text of the first one. A process that dies between post and write causes a
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
    return fail(deps, row, {
      state: 'failed',
      error: 'There is no such partner or request.',
      unseen: row.attempts === 0,
    });
  if (partner.paused) return lookAgain(deps, row, PAUSED_SECONDS);
  const before = await deps.messages.before(row);
  if (before?.state === 'to-send') return lookAgain(deps, row, Math.max(5, secondsUntil(before.nextTryAt, now)));
  const ready = { row, partner, ...(about && { about }) };
  if (!isOvertaken(ready, before)) return sendNow(deps, ready, now);
  const overtaken = { state: 'void' as const, keepDays: await deps.messageDays(now) };
  await deps.messages.write([settledWrite(row, overtaken, iso(now))]);
};
