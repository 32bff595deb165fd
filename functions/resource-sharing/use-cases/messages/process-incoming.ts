import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { wakeWorkflow } from '../../data/loan-machine.ts';
import { type InMessage, unpackIso } from '../../data/partner-message-rows.ts';
import { decidedWrite } from '../../data/partner-message-store.ts';
import type { MessagingDeps } from '../../deps.ts';
import type { Ask, LoanRequest } from '../../domain/requests/request.ts';
import { applyMessage } from './apply-message.ts';
import { applyPatronMessage } from './apply-patron-message.ts';
import { createPatronRequest } from './create-patron-request.ts';
import { createSupplyRequest, isTaken } from './create-supply-request.ts';

const TRIES = 4;
/**
 * A message may be processed in parallel with the request that it is about: the longest wait for it and the interval of
 * checks, in ms.
 */
const WAITS_MS = 900_000;
const LOOKS_SECONDS = 5;

/** Returns the ask that a partner may write about: the one sent to it, or (as requester) its own. */
const askOf = ({ asks, requesterMember }: LoanRequest, { partnerId, kind }: InMessage): Ask | undefined => {
  if (kind === 'supplyingAgencyMessage') return asks.findLast(({ supplierMember }) => supplierMember === partnerId);
  return requesterMember === partnerId ? asks.at(-1) : undefined;
};

type Done = 'done' | 'again';

/** Decides a message once, by the current state of the message and its request. */
const once = async (deps: MessagingDeps, row: InMessage, now: number): Promise<Done> => {
  const message = unpackIso(row.body ?? new Uint8Array());
  if (message.kind === 'request' && row.patronRequest) return createPatronRequest(deps, message.body, row, now);
  const stored = await deps.requests.load(row.requestId);
  if (message.kind === 'requestingAgencyMessage' && row.patronRequest && stored)
    return applyPatronMessage(deps, { message: message.body, row, request: stored.request }, now);
  const partner = await deps.partners.get(row.partnerId);
  if (message.kind === 'request' && partner && !isTaken(stored))
    return createSupplyRequest(deps, partner, message.body, row, now);
  const ask = stored && askOf(stored.request, row);
  const keepDays = await deps.messageDays(now);
  if (stored && ask) return applyMessage(deps, { row, message, stored, ask, partner, keepDays }, now);
  if (!isTaken(stored) && now - Date.parse(row.at) < WAITS_MS) {
    const { requestId, at, messageId, member: cause } = row;
    await deps.queue.send([{ requestId, at, messageId, cause }], LOOKS_SECONDS);
    return 'done';
  }
  // The endpoint rejects messages about other parties' requests; when the request is gone there is nothing to change.
  const decided = decidedWrite(row, { state: 'refused', why: 'no-such-ask', keepDays }, iso(now));
  return (await deps.messages.write([decided])) ? 'done' : 'again';
};

/**
 * Applies a partner's message by the table: request, copies, queued answers and the state of the message are one write.
 * Messages may be repeated and come in any order; each is decided once, on the current request, and the workflow is
 * notified.
 */
export const processIncoming = async (deps: MessagingDeps, received: InMessage, now: number): Promise<void> => {
  let row = received;
  for (let i = 0; row.state === 'to-decide'; i += 1) {
    if (i >= TRIES)
      throw new Error(`The message ${row.messageId} could not be decided: its request changed each time.`);
    if ((await once(deps, row, now)) === 'done') break;
    const anew = await deps.messages.get(row);
    if (anew?.direction !== 'in') return;
    row = anew;
  }
  // Also when it was decided before: an earlier run may have ended before it notified the workflow or started one.
  if (received.state === 'applied' && row.kind === 'request') await deps.machine.start(row.requestId);
  await wakeWorkflow(deps.requests, deps.machine, row.requestId);
};
