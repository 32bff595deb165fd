import { newDocumentWrite } from '../../../layers/data/loan-document-store.ts';
import { tellMachine } from '../../../layers/data/loan-machine.ts';
import type { StoredLoanRequest } from '../../../layers/data/loan-request-store.ts';
import { type InMessage, unpackIso } from '../../../layers/data/partner-message-rows.ts';
import { decidedWrite, reportWrite } from '../../../layers/data/partner-message-store.ts';
import { saveStep } from '../../../layers/data/save-step.ts';
import type { Write } from '../../../layers/data/write.ts';
import { hear } from '../../../layers/domain/resource-sharing/act.ts';
import {
  citedTitle,
  type LoanDocument,
  partnersDocument,
} from '../../../layers/domain/resource-sharing/copies/loan-document.ts';
import { disagreed } from '../../../layers/domain/resource-sharing/disagreement.ts';
import {
  type Meaning,
  saidByRequester,
  saidBySupplier,
  written,
} from '../../../layers/domain/resource-sharing/iso18626/from-iso.ts';
import { instantOf } from '../../../layers/domain/resource-sharing/iso18626/plain-values.ts';
import {
  type AskedByPartner,
  requestFromIso,
} from '../../../layers/domain/resource-sharing/iso18626/request-from-iso.ts';
import type { IsoMessage } from '../../../layers/domain/resource-sharing/iso18626/schemas.ts';
import { owedAnswer } from '../../../layers/domain/resource-sharing/owed-answer.ts';
import type { Ask, LoanRequest } from '../../../layers/domain/resource-sharing/request.ts';
import { renumbered, retried } from '../../../layers/domain/resource-sharing/retried.ts';
import { MESSAGES, type MessageName } from '../../../layers/domain/resource-sharing/triggers.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import type { PostOffice } from './house.ts';
import { takePatronsWish } from './take-patrons-wish.ts';
import { takePatronsWord } from './take-patrons-word.ts';
import { isTaken, takePartnersRequest } from './take-request.ts';

const TRIES = 4;
/** A request and what is said of it may be worked on side by side: so long, in ms, a word waits for its request, looking this often. */
const WAITS_MS = 900_000;
const LOOKS_SECONDS = 5;

/** A message of a partner with the request that it is about, and the ask of this partner in it. */
type Heard = {
  row: InMessage;
  message: IsoMessage;
  stored: StoredLoanRequest;
  ask: Ask;
  /** Whether the partner speaks for libraries behind it. */
  broker: boolean | undefined;
  /** For how many days the message is kept once it is decided. */
  keepDays: number;
};

/** The ask that a partner may speak of: what it was asked, or (as requester) what it asks. */
const askOf = ({ asks, requesterMember }: LoanRequest, { partnerId, kind }: InMessage): Ask | undefined => {
  if (kind === 'supplyingAgencyMessage') return asks.findLast(({ supplierMember }) => supplierMember === partnerId);
  return requesterMember === partnerId ? asks.at(-1) : undefined;
};

const meaningOf = ({ message, stored, broker }: Heard): Meaning => {
  if (message.kind === 'supplyingAgencyMessage')
    return saidBySupplier(message.body, { due: stored.request.due, broker });
  if (message.kind === 'requestingAgencyMessage') return saidByRequester(message.body);
  if (message.kind !== 'request') return { noted: 'text' };
  const { requestType, note } = requestFromIso(message.body);
  // The same request once more: its sender has not heard how it stands.
  if (requestType !== 'Retry') return { asks: 'status' };
  return { name: 'Retry', particulars: note === undefined ? {} : { note } };
};

const supplierNumberIn = ({ message }: Heard): string | undefined =>
  message.kind === 'supplyingAgencyMessage' ? message.body.header.supplyingAgencyRequestId?.slice(0, 200) : undefined;

/** What a partner asks again; undefined where it asks nothing, or for the first time. */
const againOf = ({ message }: Heard): AskedByPartner | undefined => {
  const asked = message.kind === 'request' ? requestFromIso(message.body) : undefined;
  return asked?.requestType === 'New' ? undefined : asked;
};

/** What a supplier tells besides what it says: its own number for the request, and when it expects the thing to be here. */
const toldBesides = (heard: Heard): Pick<Ask, 'supplierRequestId' | 'expectedAt'> => {
  const { message } = heard;
  const said = message.kind === 'supplyingAgencyMessage' ? message.body.statusInfo.expectedDeliveryDate : undefined;
  const [supplierRequestId, expectedAt] = [supplierNumberIn(heard), instantOf(said)];
  return { ...(supplierRequestId && { supplierRequestId }), ...(expectedAt && { expectedAt }) };
};

/** The request with what the partner told besides: the numbers that it goes by, the supplier's on its ask, a retry's for the request. */
const numbered = (request: LoanRequest, heard: Heard): LoanRequest => {
  const again = againOf(heard);
  if (again) return renumbered(request, again);
  const told = toldBesides(heard);
  const { ask } = heard;
  const isKnown =
    (told.supplierRequestId ?? ask.supplierRequestId) === ask.supplierRequestId &&
    (told.expectedAt ?? ask.expectedAt) === ask.expectedAt;
  if (isKnown) return request;
  return { ...request, asks: request.asks.map((one) => (one.askId === ask.askId ? { ...one, ...told } : one)) };
};

type Done = 'done' | 'again';

/** Writes what came of a message that moves nothing; what it tells besides (the partner's number) is kept with it. */
const unmoved = async (office: PostOffice, heard: Heard, writes: Write[]): Promise<Done> => {
  const { stored } = heard;
  const request = numbered(stored.request, heard);
  if (request === stored.request) return (await office.mail.write(writes)) ? 'done' : 'again';
  const kept = { request, facts: [], outgoing: [] };
  return (await office.requests.save(stored, kept, { writes })) ? 'done' : 'again';
};

type Refused = { refused: readonly { code: string }[] };
type Said = Extract<Meaning, { name: unknown }>;

/** The request with what a partner writes besides, for a person to read; undefined when it writes nothing. */
const withWords = async ({ sharing }: PostOffice, heard: Heard, words: string | undefined, now: number) => {
  const { row, stored, ask } = heard;
  if (words === undefined) return undefined;
  const { timers: policy } = await sharing(now);
  const name = row.kind === 'supplyingAgencyMessage' ? 'SupplierWrites' : 'RequesterWrites';
  const by = { kind: 'partner' as const, member: row.partnerId };
  const acted = hear(stored.request, { name, askId: ask.askId, note: words }, { at: iso(now), by, policy });
  return 'refused' in acted || acted.unchanged ? undefined : acted;
};

/** The request when what a partner says cannot be by our state; undefined when it is merely late, or said twice. */
const against = async ({ sharing }: PostOffice, { row, stored, ask }: Heard, name: MessageName, now: number) => {
  const { timers: policy } = await sharing(now);
  const by = { kind: 'partner' as const, member: row.partnerId };
  const acted = disagreed(stored.request, { name, askId: ask.askId, at: iso(now), by, policy });
  return acted === undefined || 'refused' in acted ? undefined : acted;
};

/** Writes that the table has no place for a message; its sender is answered where it waits, and its words are read. */
const refusal = async (
  office: PostOffice,
  heard: Heard,
  { name, particulars: { note } }: Said,
  { refused }: Refused,
  now: number,
): Promise<Done> => {
  const { row, ask, stored, keepDays } = heard;
  const at = iso(now);
  const why = refused.map(({ code }) => code).join(' ');
  const answers = owedAnswer(name, { refused }, ask);
  // A requester that asks for what cannot be any more waits for an answer: it is told how things stand.
  const waits = row.kind === 'request' || answers !== undefined;
  const report = waits ? [reportWrite(row, ask.askId, at, answers)] : [];
  const writes = [decidedWrite(row, { state: 'refused', why, keepDays }, at), ...report];
  const noted = (await against(office, heard, name, now)) ?? (await withWords(office, heard, note, now));
  if (!noted) return unmoved(office, heard, writes);
  const after = { ...noted, request: numbered(noted.request, heard) };
  return (await saveStep(office, stored, after, { writes, now })) ? 'done' : 'again';
};

/** A copy that the partner has put somewhere, as a document of ours: staff look at it and hand the address on. */
const linkedCopy = (
  office: PostOffice,
  { stored, ask, row }: Heard,
  name: MessageName,
  url: string | undefined,
  now: number,
): LoanDocument | undefined => {
  if (name !== 'CopySupplied' || url === undefined) return undefined;
  const title = citedTitle(stored.request.citation);
  const about = { documentId: office.newIds.next('loan-document', now), askId: ask.askId, title };
  return partnersDocument(stored.request, { ...about, supplierMember: row.partnerId, at: iso(now), url });
};

/** What is left of a message that the table has no place for: of a notification, its words for a person. */
const wordsLeft = ({ name, particulars: { note }, repeated }: Said): Meaning | undefined => {
  if (name === 'SupplierWrites' || name === 'RequesterWrites') return { noted: 'text' };
  return repeated && written('SupplierWrites', note);
};

const apply = async (office: PostOffice, heard: Heard, meaning: Said, now: number): Promise<Done> => {
  const { name, particulars, promises } = meaning;
  const { row, stored, ask, keepDays } = heard;
  const at = iso(now);
  const { timers: policy } = await office.sharing(now);
  const by = { kind: 'partner' as const, member: row.partnerId };
  const copy = linkedCopy(office, heard, name, particulars.url, now);
  const carried = { ...particulars, ...(copy && { documentId: copy.documentId }) };
  const again = name === 'Retry' ? againOf(heard) : undefined;
  const asked = again ? retried(stored.request, ask.askId, again) : stored.request;
  const word = { name, askId: ask.askId, ...(promises && { promises }), ...carried };
  const acted = hear(asked, word, { at, by, policy });
  if ('refused' in acted) {
    const left = (await against(office, heard, name, now)) ? undefined : wordsLeft(meaning);
    if (left === undefined) return refusal(office, heard, meaning, acted, now);
    if ('name' in left) return apply(office, heard, left, now);
    return unmoved(office, heard, [decidedWrite(row, { state: 'noted', why: 'text', keepDays }, at)]);
  }
  const after = { ...acted, request: numbered(acted.request, heard) };
  const { trigger } = MESSAGES[name];
  const change = { before: stored.request, after: after.request, now, at };
  const moves = trigger === 'opens-ask' ? { writes: [] } : await office.copies.movesFor({ ...change, trigger });
  if ('refused' in moves) return refusal(office, heard, meaning, moves, now);
  const answers = owedAnswer(name, acted, ask);
  const answer = answers ? [reportWrite(row, ask.askId, at, answers)] : [];
  const document = copy ? [newDocumentWrite(copy)] : [];
  const writes = [...moves.writes, ...document, ...answer, decidedWrite(row, { state: 'applied', keepDays }, at)];
  return (await saveStep(office, stored, after, { ...moves, writes, said: particulars.terms, now })) ? 'done' : 'again';
};

const attempt = async (office: PostOffice, heard: Heard, now: number): Promise<Done> => {
  const at = iso(now);
  const meaning = meaningOf(heard);
  if ('name' in meaning) return apply(office, heard, meaning, now);
  const { row, ask, keepDays } = heard;
  const noted = (why: string) => decidedWrite(row, { state: 'noted', why, keepDays }, at);
  if ('noted' in meaning) return unmoved(office, heard, [noted(meaning.noted)]);
  const writes = [noted('status-asked'), reportWrite(row, ask.askId, at)];
  return unmoved(office, heard, writes);
};

/** Decides once on a message as it and its request are now. */
const once = async (office: PostOffice, row: InMessage, now: number): Promise<Done> => {
  const message = unpackIso(row.body ?? new Uint8Array());
  if (message.kind === 'request' && row.wish) return takePatronsWish(office, message.body, row, now);
  const stored = await office.requests.load(row.requestId);
  if (message.kind === 'requestingAgencyMessage' && row.wish && stored)
    return takePatronsWord(office, { said: message.body, row, request: stored.request }, now);
  const partner = await office.outside.get(row.partnerId);
  if (message.kind === 'request' && partner && !isTaken(stored))
    return takePartnersRequest(office, partner, message.body, row, now);
  const ask = stored && askOf(stored.request, row);
  const keepDays = await office.keepDays(now);
  if (stored && ask) return attempt(office, { row, message, stored, ask, broker: partner?.broker, keepDays }, now);
  if (!isTaken(stored) && now - Date.parse(row.at) < WAITS_MS) {
    const { requestId, at, messageId, member: cause } = row;
    await office.queue.send([{ requestId, at, messageId, cause }], LOOKS_SECONDS);
    return 'done';
  }
  // The door lets nobody speak of another's request; should it be gone, there is nothing to move.
  const decided = decidedWrite(row, { state: 'refused', why: 'no-such-ask', keepDays }, iso(now));
  return (await office.mail.write([decided])) ? 'done' : 'again';
};

/**
 * Decides what a message of a partner means and carries it through by the table: request, copies, answers in the outbox and
 * the note on the message are one write. Messages come more than once and in any order; each is decided once, on the request
 * as it then is, and the workflow hears of it.
 */
export const decide = async (office: PostOffice, received: InMessage, now: number): Promise<void> => {
  let row = received;
  for (let i = 0; row.state === 'to-decide'; i += 1) {
    if (i >= TRIES)
      throw new Error(`The message ${row.messageId} could not be decided: its request changed each time.`);
    if ((await once(office, row, now)) === 'done') break;
    const anew = await office.mail.get(row);
    if (anew?.direction !== 'in') return;
    row = anew;
  }
  // Also when it was decided before: whoever did may have ended before it told the workflow, or began one.
  if (received.state === 'applied' && row.kind === 'request') await office.machine.start(row.requestId);
  await tellMachine(office.requests, office.machine, row.requestId);
};
