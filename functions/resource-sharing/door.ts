import { createHash } from 'node:crypto';
import { loanRequestStore } from '../../layers/data/loan-request-store.ts';
import { partnerInbox, type SpokenOf } from '../../layers/data/partner-inbox-store.ts';
import { type InMessage, type KnownAs, packIso } from '../../layers/data/partner-message-rows.ts';
import { type PartnerStore, partnerStore, type StoredPartner } from '../../layers/data/partner-store.ts';
import { signInStore } from '../../layers/data/sign-in-store.ts';
import { openTable } from '../../layers/data/table.ts';
import { symbolKey, symbolOf } from '../../layers/domain/resource-sharing/iso18626/agency-symbol.ts';
import { confirmationOf, type ErrorData } from '../../layers/domain/resource-sharing/iso18626/confirm-message.ts';
import {
  type Dialect,
  type MessageError,
  type ReadMessage,
  readMessage,
} from '../../layers/domain/resource-sharing/iso18626/read-message.ts';
import { requestFromIso } from '../../layers/domain/resource-sharing/iso18626/request-from-iso.ts';
import type { IsoMessage, MessageOf } from '../../layers/domain/resource-sharing/iso18626/schemas.ts';
import { writeMessage } from '../../layers/domain/resource-sharing/iso18626/write-message.ts';
import { maySpeakAs } from '../../layers/domain/resource-sharing/partner.ts';
import { hasEnded } from '../../layers/domain/resource-sharing/workflow.ts';
import type { Caller } from '../../layers/http/caller.ts';
import { answer, type Outcome, refuseFor } from '../../layers/http/outcome.ts';
import { iso } from '../../layers/runtime/clock.ts';
import type { Ids } from '../../layers/runtime/ids.ts';
import { bearWitness } from '../../layers/runtime/meter.ts';
import type { Runtime } from '../../layers/runtime/runtime.ts';
import { partnerAt, senderOf } from './door-credentials.ts';
import type { doorRefusals } from './door-shapes.ts';

/** What the door is composed of, once a container. */
export const doorStores = (runtime: Runtime) => {
  const table = openTable(runtime);
  const requests = loanRequestStore(table);
  const isOver = async (requestId: string): Promise<boolean> => {
    const stored = await requests.load(requestId);
    return stored !== undefined && hasEnded(stored.request);
  };
  return { partners: partnerStore(table), inbox: partnerInbox(table), attempts: signInStore(table), isOver };
};
type Stores = ReturnType<typeof doorStores> & { ids: Ids };

type Opening = Extract<IsoMessage, { kind: InMessage['kind'] }>;
/** What a message is about: a request of ours, under which numbers it is known from now on; or why it is not taken. */
type About = (SpokenOf & { claims: KnownAs[]; patron?: string; wish?: InMessage['wish'] }) | { error: ErrorData };
type Coming = { partner: StoredPartner; sender: string };

/** The longest number of a request that is taken, in bytes: it stands in a key. Real ones have twenty. */
const LONGEST_NUMBER = 255;
/** Where nobody of ours is named, the request is for us all. */
const NOBODY = '-';
const TRIES = 4;

const wrong = (where: string, value = ''): { error: ErrorData } => ({
  error: { errorType: 'UnrecognisedDataValue', errorValue: `${where}: ${value.slice(0, 100)}` },
});

const digest = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64url');
};

/** Which of our libraries a request is for: the member of this symbol, or all of us. */
const askedMember = async (partners: PartnerStore, symbol: string | undefined): Promise<string | undefined> => {
  if (symbol === undefined) return 'consortium';
  const owner = await partners.ownerOf(symbol);
  return owner && 'memberId' in owner ? owner.memberId : undefined;
};

const ofNewRequest = async (
  stores: Stores,
  { partner, sender }: Coming,
  body: MessageOf<'request'>,
): Promise<About> => {
  const asked = requestFromIso(body);
  const { partnerId } = partner;
  const symbol = symbolKey(asked.supplyingAgency ?? NOBODY) ?? NOBODY;
  const known: KnownAs = { partnerId, side: 'requester', number: asked.requestId, symbol };
  const claims = [known, { ...known, symbol: '*' }];
  const same = await stores.inbox.find(known, 'exact');
  if (same) return { ...same, claims: [] };
  if (asked.requestType !== 'New') {
    const before = await stores.inbox.find({ ...known, number: asked.previousRequestId ?? asked.requestId });
    // Under a new number it is the same request from now on; when that is over, it is asked for anew.
    if (before && !(await stores.isOver(before.requestId))) return { ...before, claims };
    if (asked.requestType === 'Reminder') return wrong('requestingAgencyRequestId', asked.requestId);
  }
  if (!partner.requests || partner.paused) return wrong('requestingAgencyId may not ask', sender);
  const member = await askedMember(stores.partners, asked.supplyingAgency);
  if (member === undefined) return wrong('supplyingAgencyId', asked.supplyingAgency);
  const patronId = body.patronInfo?.patronId;
  const patron = patronId === undefined ? {} : { patron: digest(partnerId, sender, patronId).slice(0, 16) };
  return { requestId: '', member, claims, ...patron };
};

/** Which of our libraries a patron's own request borrows for: its requesting agency is one of ours (ISO 18626 PatronRequest). */
const borrowingMember = async (partners: PartnerStore, sender: string, { serviceInfo }: MessageOf<'request'>) =>
  serviceInfo.requestSubType?.includes('PatronRequest') ? askedMember(partners, sender) : undefined;

/** A wish of a patron of ours, handed in by a discovery layer or an agency in our library's name. */
const ofPatronsWish = async (
  { inbox }: Stores,
  { partner, sender }: Coming,
  member: string,
  body: MessageOf<'request'>,
): Promise<About> => {
  if (!partner.patronRequests || partner.paused) return wrong('requestingAgencyId may not ask', sender);
  const { requestId: number, previousRequestId, requestType, patronReference: patron } = requestFromIso(body);
  const known: KnownAs = { partnerId: partner.partnerId, side: 'patron', number, symbol: symbolKey(sender) ?? NOBODY };
  const wish = patron === undefined ? {} : { patron };
  const same = await inbox.find(known, 'exact');
  if (same) return { ...same, claims: [], wish };
  const before =
    requestType === 'New' ? undefined : await inbox.find({ ...known, number: previousRequestId ?? number });
  if (before) return { ...before, claims: [known], wish };
  if (requestType === 'Reminder') return wrong('requestingAgencyRequestId', number);
  return { requestId: '', member, claims: [known], wish };
};

const ofRunning = async (
  { inbox }: Stores,
  { partner: { partnerId } }: Coming,
  message: Exclude<Opening, { kind: 'request' }>,
): Promise<About> => {
  const { requestingAgencyRequestId: number, supplyingAgencyId } = message.body.header;
  const isSupplier = message.kind === 'supplyingAgencyMessage';
  const symbol = isSupplier ? '*' : (symbolKey(symbolOf(supplyingAgencyId)) ?? NOBODY);
  const found = await inbox.find({ partnerId, side: isSupplier ? 'supplier' : 'requester', number, symbol });
  return found ? { ...found, claims: [] } : wrong('requestingAgencyRequestId', number);
};

/** What a message is about; or why it is not taken: another's agency or request, or none that is known. */
const aboutWhat = async (stores: Stores, partner: StoredPartner, message: Opening): Promise<About> => {
  const number = message.body.header.requestingAgencyRequestId;
  if (Buffer.byteLength(number) > LONGEST_NUMBER) return wrong('requestingAgencyRequestId', number);
  const sender = senderOf({ dialect: '2021', version: '', ignored: [], message }) ?? '';
  const borrows = message.kind === 'request' && (await borrowingMember(stores.partners, sender, message.body));
  if (borrows) return ofPatronsWish(stores, { partner, sender }, borrows, message.body);
  if (!maySpeakAs(partner, sender))
    return wrong(message.kind === 'supplyingAgencyMessage' ? 'supplyingAgencyId' : 'requestingAgencyId', sender);
  const coming = { partner, sender };
  if (message.kind === 'request') return ofNewRequest(stores, coming, message.body);
  return ofRunning(stores, coming, message);
};

const isOpening = (message: IsoMessage): message is Opening => !('confirmationHeader' in message.body);

type Taken = { message: Opening; version: string; dialect: Dialect; bytes: Uint8Array };
type Kept = 'confirmed' | 'too-many' | { error: ErrorData };

const keep = async (
  stores: Stores,
  partner: StoredPartner,
  { message, version, dialect, bytes }: Taken,
  now: number,
): Promise<Kept> => {
  const { partnerId, messagesADay } = partner;
  for (let i = 0; i < TRIES; i += 1) {
    const about = await aboutWhat(stores, partner, message);
    if ('error' in about) return about;
    const { claims, patron, member, wish } = about;
    const requestId = about.requestId || stores.ids.next('loan-request', now);
    bearWitness({ requester: member });
    const hash = digest(message.kind, bytes);
    const row: InMessage = {
      ...{ messageId: stores.ids.next('partner-message', now), requestId, partnerId, at: iso(now), member, hash },
      ...{ direction: 'in', state: 'to-decide', kind: message.kind, version, dialect, v: 1 },
      body: packIso(message),
      ...(patron !== undefined && { patron }),
      ...(wish && { wish }),
    };
    const received = await stores.inbox.receive(row, { messagesADay, claims }, now);
    if (received === 'too-many') return received;
    // Of two that give one number to two requests, the second looks again whose it is.
    if (received !== 'number-taken') return 'confirmed';
  }
  return 'too-many';
};

/** What comes to the door: the bytes of a message, who brings it, and the last step of the address. */
export type Brought = { bytes: Uint8Array; caller: Caller; door?: string };

/**
 * Takes a message of a partner: known by its credentials, it is read leniently, kept once and confirmed at once in its own
 * edition with HTTP 200, also by ERROR; what it means is decided later. Confirmed is only what is kept. Who is not known gets
 * 401 and, after some tries from one address, 429.
 */
export const atTheDoor = async (
  stores: Stores,
  { bytes, caller, door }: Brought,
  now: number,
): Promise<Outcome<string, keyof typeof doorRefusals>> => {
  const read = readMessage(bytes);
  const confirm = (refused: readonly ErrorData[] = []): string =>
    writeMessage(confirmationOf(read, { receivedAt: iso(now), at: iso(now) }, refused), read.dialect);
  const partner = await partnerAt(stores.partners, { read, authorization: caller.authorization, door }, now);
  if (!partner) return notKnown(stores, read, caller, now);
  if (!('message' in read) || !isOpening(read.message)) return answer(confirm());
  const { version, dialect, message } = { ...read, message: read.message };
  const kept = await keep(stores, partner, { message, version, dialect, bytes }, now);
  if (kept === 'confirmed') return answer(confirm());
  if (kept !== 'too-many') return answer(confirm([kept.error]));
  const tooMany: ErrorData = { errorType: 'BadlyFormedMessage', errorValue: 'Too many messages today' };
  return {
    ...refuseFor(3600, 'too-many-messages', 'As many messages as agreed came today.'),
    instead: confirm([tooMany]),
  };
};

const notKnown = async (
  { attempts }: Stores,
  read: ReadMessage,
  { address }: Caller,
  now: number,
): Promise<Outcome<string, keyof typeof doorRefusals>> => {
  // Counted by address, never by partner: nobody can lock a partner out by guessing.
  const counted = await attempts.open(`iso18626 ${address}`, now);
  const error: MessageError = { errorType: 'UnrecognisedDataValue', errorValue: 'requestingAgencyAuthentication' };
  const times = { receivedAt: iso(now), at: iso(now) };
  // Nobody unknown is told what else is wrong.
  const told = 'message' in read ? read : { ...read, errors: [error] };
  const instead = writeMessage(confirmationOf(told, times, [error]), read.dialect);
  if (counted !== 'busy' && 'number' in counted)
    return {
      refused: [{ code: 'partner-refused', detail: 'No partner of ours shows these credentials.' }],
      headers: { 'www-authenticate': 'Basic realm="ISO 18626"' },
      instead,
    };
  const seconds = counted === 'busy' ? 1 : counted.lockedFor / 1000;
  return { ...refuseFor(seconds, 'too-many-tries', 'Too many wrong credentials from this address.'), instead };
};
