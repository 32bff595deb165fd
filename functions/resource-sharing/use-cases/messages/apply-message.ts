import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { newDocumentWrite } from '../../data/loan-document-store.ts';
import { outId } from '../../data/partner-message-rows.ts';
import { decidedWrite, reportWrite, settledWrite } from '../../data/partner-message-store.ts';
import type { MessagingDeps } from '../../deps.ts';
import { citedTitle, type LoanDocument, partnersDocument } from '../../domain/copies/loan-document.ts';
import { type Meaning, type NotedWhy, type Statement, textMessage } from '../../domain/iso18626/meaning.ts';
import { disagreed } from '../../domain/messages/disagreement.ts';
import { lateMessage } from '../../domain/messages/late-message.ts';
import { cancelledBetweenUs } from '../../domain/messages/member-cancellation.ts';
import { pendingAnswer } from '../../domain/messages/pending-answer.ts';
import { receive } from '../../domain/messages/receive.ts';
import { retried } from '../../domain/messages/retried-request.ts';
import type { Acted } from '../../domain/workflow/act.ts';
import { MESSAGES, type MessageName } from '../../domain/workflow/triggers.ts';
import { saveStep } from '../save-step.ts';
import { type IncomingMessage, meaningOf, numbered, repeatedRequest } from './incoming-message.ts';

/**
 * The maximum number of steps after which a partner's messages no longer move a request. Real requests have about
 * twenty; each step reads the whole request, so an endless exchange would slow all. The messages stay in the log.
 */
const MOST_STEPS = 1000;

type Done = 'done' | 'again';

/**
 * Settles our request message when a partner answers it: a partner that writes about the request has received it,
 * whether or not its confirmation arrived, and our later messages no longer wait for it.
 */
const requestReached = async (
  deps: MessagingDeps,
  { row, stored, ask, keepDays }: IncomingMessage,
  at: string,
): Promise<Write[]> => {
  if (row.kind !== 'supplyingAgencyMessage' || ask.seen.requester > 0) return [];
  const messageId = outId({ askId: ask.askId, from: 'requester', sequence: 1 });
  const sent = await deps.messages.get({ requestId: stored.request.requestId, at: ask.askedAt, messageId });
  const waits = sent?.direction === 'out' && sent.state === 'to-send' && sent.attempts > 0;
  return waits ? [settledWrite(sent, { state: 'confirmed', keepDays }, at)] : [];
};

const isLong = ({ request }: IncomingMessage['stored']): boolean => request.history.length >= MOST_STEPS;

/** Writes the result of a message that moves nothing, with other details that it states (the partner's number). */
const saveWithoutStep = async (deps: MessagingDeps, incoming: IncomingMessage, decisions: Write[]): Promise<Done> => {
  const { stored, settles = [] } = incoming;
  const writes = [...decisions, ...settles];
  const request = numbered(stored.request, incoming);
  if (request === stored.request) return (await deps.messages.write(writes)) ? 'done' : 'again';
  const unchangedRequest = { request, facts: [], outgoing: [] };
  return (await deps.requests.save(stored, unchangedRequest, { writes })) ? 'done' : 'again';
};

/** The reason why a message changes nothing; `against` is the request for staff review, when the message contradicts its state. */
type Refused = { refused: readonly { code: string }[]; against?: Acted | undefined };
type NamedStatement = Extract<Meaning, { name: unknown }>;

/** The reception of a partner's message: its time, its sender, and the policy of waits in force. */
const receptionOf = async ({ sharing }: MessagingDeps, { row }: IncomingMessage, now: number) => {
  const { timers: policy } = await sharing(now);
  return { at: iso(now), by: { kind: 'partner' as const, member: row.partnerId }, policy };
};

/** Adds a partner's note to the request for staff to read; undefined without a note. */
const withText = async (deps: MessagingDeps, incoming: IncomingMessage, text: string | undefined, now: number) => {
  const { row, stored, ask } = incoming;
  if (text === undefined) return undefined;
  const name = row.kind === 'supplyingAgencyMessage' ? 'SupplierWrites' : 'RequesterWrites';
  const acted = receive(stored.request, { name, askId: ask.askId, note: text }, await receptionOf(deps, incoming, now));
  return 'refused' in acted || acted.unchanged ? undefined : acted;
};

/** Flags the request when a message contradicts its state; undefined when the message is only late or repeated. */
const contradicted = async (deps: MessagingDeps, incoming: IncomingMessage, name: MessageName, now: number) => {
  const { stored, ask } = incoming;
  const acted = disagreed(stored.request, { name, askId: ask.askId, ...(await receptionOf(deps, incoming, now)) });
  return acted === undefined || 'refused' in acted ? undefined : acted;
};

/** The outcome of a message without a table row: noted when it is only late, else refused. */
const outcomeOf = ({ stored, ask }: IncomingMessage, { name }: NamedStatement, { refused, against }: Refused) => {
  const late = against ? undefined : lateMessage(stored.request, { name, askId: ask.askId });
  return late
    ? { state: 'noted' as const, why: late }
    : { state: 'refused' as const, why: refused.map(({ code }) => code).join(' ') };
};

/**
 * Writes the refusal of a message without a table row; a sender that waits is answered, and its note is shown to staff.
 */
const refusal = async (
  deps: MessagingDeps,
  incoming: IncomingMessage,
  statement: NamedStatement,
  because: Refused,
  now: number,
): Promise<Done> => {
  const { row, ask, stored, keepDays } = incoming;
  const { name, particulars } = statement;
  const { refused, against } = because;
  const at = iso(now);
  const outcome = outcomeOf(incoming, statement, because);
  const answers = pendingAnswer(name, { refused }, ask);
  // A requester that asks for something no longer possible waits for an answer: it receives the current state.
  const waits = row.kind === 'request' || answers !== undefined;
  const report = waits ? [reportWrite(row, ask.askId, at, answers)] : [];
  const writes = [decidedWrite(row, { ...outcome, keepDays }, at), ...report];
  const read = against ?? (await withText(deps, incoming, particulars.note, now));
  if (!read) return saveWithoutStep(deps, incoming, writes);
  const after = { ...read, request: numbered(read.request, incoming) };
  return (await saveStep(deps, stored, after, { writes: [...writes, ...(incoming.settles ?? [])], now }))
    ? 'done'
    : 'again';
};

/** Builds the document of a copy that the partner stored elsewhere: staff check it and pass the address on. */
const linkedCopy = (
  deps: MessagingDeps,
  { stored, ask, row }: IncomingMessage,
  name: MessageName,
  url: string | undefined,
  now: number,
): LoanDocument | undefined => {
  if (name !== 'CopySupplied' || url === undefined) return undefined;
  const title = citedTitle(stored.request.citation);
  const about = { documentId: deps.newIds.next('loan-document', now), askId: ask.askId, title };
  return partnersDocument(stored.request, { ...about, supplierMember: row.partnerId, at: iso(now), url });
};

/** The remaining content of a message without a table row: of a notification, its note for staff. */
const remainingText = ({ name, particulars: { note }, repeated }: NamedStatement): Statement | undefined => {
  if (name === 'SupplierWrites' || name === 'RequesterWrites') return { noted: 'text' };
  if (name === 'GoesOn') return { noted: 'broker-goes-on' };
  return repeated && textMessage('SupplierWrites', note);
};

/** Writes a message that moves nothing. */
const noted = (deps: MessagingDeps, incoming: IncomingMessage, why: NotedWhy, now: number): Promise<Done> =>
  saveWithoutStep(deps, incoming, [
    decidedWrite(incoming.row, { state: 'noted', why, keepDays: incoming.keepDays }, iso(now)),
  ]);

const apply = async (
  deps: MessagingDeps,
  incoming: IncomingMessage,
  meaning: NamedStatement,
  now: number,
): Promise<Done> => {
  const { name, particulars, promises } = meaning;
  const { row, stored, ask, keepDays, settles = [] } = incoming;
  const at = iso(now);
  const hearing = await receptionOf(deps, incoming, now);
  const copy = linkedCopy(deps, incoming, name, particulars.url, now);
  const carried = { ...particulars, ...(copy && { documentId: copy.documentId }) };
  const again = name === 'Retry' ? repeatedRequest(incoming) : undefined;
  const asked = again ? retried(stored.request, ask.askId, again) : stored.request;
  const received = { name, askId: ask.askId, ...(promises && { promises }), ...carried };
  const acted = cancelledBetweenUs(asked, received, hearing) ?? receive(asked, received, hearing);
  if ('refused' in acted) {
    const against = await contradicted(deps, incoming, name, now);
    const left = against ? undefined : remainingText(meaning);
    if (left === undefined) return refusal(deps, incoming, meaning, { ...acted, against }, now);
    return 'name' in left ? apply(deps, incoming, left, now) : noted(deps, incoming, left.noted, now);
  }
  const after = { ...acted, request: numbered(acted.request, incoming) };
  const { trigger } = MESSAGES[name];
  const change = { before: stored.request, after: after.request, now, at };
  const moves = trigger === 'opens-ask' ? { writes: [] } : await deps.copies.movesFor({ ...change, trigger });
  if ('refused' in moves) return refusal(deps, incoming, meaning, moves, now);
  const answers = pendingAnswer(name, acted, ask);
  const answer = answers ? [reportWrite(row, ask.askId, at, answers)] : [];
  const document = copy ? [newDocumentWrite(copy)] : [];
  const decided = decidedWrite(row, { state: 'applied', keepDays }, at);
  const writes = [...moves.writes, ...document, ...answer, decided, ...settles];
  return (await saveStep(deps, stored, after, { ...moves, writes, terms: particulars.terms, now })) ? 'done' : 'again';
};

/**
 * Applies a message about a request of ours by the table, with copies and answers, or notes why it moved nothing, in
 * one write with the state of the message. `again` when the request or the message changed in the meantime.
 */
export const applyMessage = async (deps: MessagingDeps, message: IncomingMessage, now: number): Promise<Done> => {
  const at = iso(now);
  const incoming = { ...message, settles: await requestReached(deps, message, at) };
  const meaning = meaningOf(incoming);
  const { row, ask, keepDays, stored } = incoming;
  if ('name' in meaning && !isLong(stored)) return apply(deps, incoming, meaning, now);
  if ('name' in meaning)
    return saveWithoutStep(deps, incoming, [
      decidedWrite(row, { state: 'refused', why: 'too-many-steps', keepDays }, at),
    ]);
  if ('noted' in meaning) return noted(deps, incoming, meaning.noted, now);
  const asked = decidedWrite(row, { state: 'noted', why: 'status-asked', keepDays }, at);
  return saveWithoutStep(deps, incoming, [asked, reportWrite(row, ask.askId, at)]);
};
