import { createHash } from 'node:crypto';
import type { LibrarySymbolStore } from '../../data/library-symbol-store.ts';
import type { Claim, CorrelatedRequest, PartnerInbox } from '../../data/partner-inbox-store.ts';
import type { InMessage, KnownAs } from '../../data/partner-message-rows.ts';
import type { PartnerStore, StoredPartner } from '../../data/partner-store.ts';
import { symbolKey, symbolOf, symbolText } from '../../domain/iso18626/agency-symbol.ts';
import type { ErrorData } from '../../domain/iso18626/confirm-message.ts';
import { isPatronRequestAction } from '../../domain/iso18626/patron-request-status.ts';
import { requestFromIso } from '../../domain/iso18626/request-from-iso.ts';
import type { IsoMessage, MessageOf } from '../../domain/iso18626/schemas.ts';
import { maySpeakAs, ownSymbol } from '../../domain/partners/partner.ts';
import { senderOf } from './authenticate-partner.ts';

/** What it takes to find what a message is about; `isOver` says whether a request has ended. */
export type CorrelationStores = {
  partners: Pick<PartnerStore, 'ownerOf'>;
  symbols: Pick<LibrarySymbolStore, 'list'>;
  inbox: Pick<PartnerInbox, 'find'>;
  isOver: (requestId: string) => Promise<boolean>;
};

/** A message that opens an exchange, no confirmation. */
export type Opening = Extract<IsoMessage, { kind: InMessage['kind'] }>;

/** What a message is about: a request of ours, under which numbers it is known from now on; or why it is not taken. */
export type Correlation =
  | (CorrelatedRequest & { claims: Claim[]; patron?: string; patronRequest?: InMessage['patronRequest'] })
  | { error: ErrorData };
type Sender = { partner: StoredPartner; sender: string };

/** The longest number of a request that is taken, in bytes: it stands in a key. Real ones have twenty. */
const LONGEST_NUMBER = 255;
/** Where nobody of ours is named, the request is for us all. */
const NOBODY = '-';

const wrong = (where: string, value = ''): { error: ErrorData } => ({
  error: { errorType: 'UnrecognisedDataValue', errorValue: `${where}: ${value.slice(0, 100)}` },
});

/** A digest of several parts, none of which runs into the next. */
export const digestOf = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64url');
};

/** Which of our libraries a request is for: the member of this symbol (without a type: the only one of its value), or all of us. */
const askedMember = async (
  { partners, symbols }: CorrelationStores,
  symbol: string | undefined,
): Promise<string | undefined> => {
  if (symbol === undefined) return 'consortium';
  const owner = await partners.ownerOf(symbol);
  if (owner) return 'memberId' in owner ? owner.memberId : undefined;
  const named = (await symbols.list()).filter((one) => symbolKey(one.symbol.value) === symbolKey(symbol));
  return named.length === 1 ? named[0]?.memberId : undefined;
};

type Numbered = ReturnType<typeof requestFromIso>;

/**
 * The request of ours that is meant by a number, and the one (`ended`) that goes by it no longer. The same number is the same
 * request: its sender has not heard how it stands. A retry of what has ended, under the old number or a new one, asks for it anew
 * (ISO 18626 requestType; reference: interlibrary-loan.md 3); a reminder asks how it stands, also when it has ended.
 */
const meantBy = async ({ inbox, isOver }: CorrelationStores, known: KnownAs, asked: Numbered) => {
  const again = asked.requestType === 'Retry';
  const same = await inbox.find(known, 'exact');
  if (same) return again && (await isOver(same.requestId)) ? { ended: same.requestId } : { same };
  if (asked.requestType === 'New') return {};
  const before = await inbox.find({ ...known, number: asked.previousRequestId ?? asked.requestId });
  // Under a new number it is the same request from now on.
  return before && !(again && (await isOver(before.requestId))) ? { renumbered: before } : {};
};

/** By what a library behind a partner is told from the others that use the same numbers. */
const agencyKey = (sender: string): string => symbolKey(sender) ?? NOBODY;

/**
 * What a partner asks of us. A number is one request of one library: those behind a broker number theirs each by itself
 * (reference: interlibrary-loan.md 2: correlate on requestingAgencyId and requestingAgencyRequestId).
 */
const ofRequest = async (
  known: CorrelationStores,
  { partner, sender }: Sender,
  body: MessageOf<'request'>,
): Promise<Correlation> => {
  const asked = requestFromIso(body);
  const { partnerId } = partner;
  const symbol = symbolKey(asked.supplyingAgency ?? NOBODY) ?? NOBODY;
  const as: KnownAs = { partnerId, side: 'requester', agency: agencyKey(sender), number: asked.requestId, symbol };
  const { same, renumbered, ended } = await meantBy(known, as, asked);
  if (same) return { ...same, claims: [] };
  const claims: Claim[] = [
    { ...as, ...(ended !== undefined && { insteadOf: ended }) },
    { ...as, symbol: '*' },
  ];
  if (renumbered) return { ...renumbered, claims };
  if (asked.requestType === 'Reminder') return wrong('requestingAgencyRequestId', asked.requestId);
  if (!partner.requests || partner.paused) return wrong('requestingAgencyId may not ask', sender);
  const member = await askedMember(known, asked.supplyingAgency);
  if (member === undefined) return wrong('supplyingAgencyId', asked.supplyingAgency);
  const patronId = body.patronInfo?.patronId;
  const patron = patronId === undefined ? {} : { patron: digestOf(partnerId, sender, patronId).slice(0, 16) };
  return { requestId: '', member, claims, ...patron };
};

/** Which of our libraries a patron's own request borrows for: its requesting agency is one of ours (ISO 18626 PatronRequest). */
const borrowingMember = async (known: CorrelationStores, sender: string, { serviceInfo }: MessageOf<'request'>) =>
  serviceInfo.requestSubType?.includes('PatronRequest') ? askedMember(known, sender) : undefined;

/** By which number whoever hands in patrons' requests knows one. */
const handedIn = ({ partner: { partnerId }, sender }: Sender, number: string): KnownAs => ({
  ...{ partnerId, side: 'patron', number },
  symbol: symbolKey(sender) ?? NOBODY,
});

/** A wish of a patron of ours, handed in by a discovery layer or an agency in our library's name. */
const ofPatronRequest = async (
  known: CorrelationStores,
  coming: Sender,
  member: string,
  body: MessageOf<'request'>,
): Promise<Correlation> => {
  const { partner, sender } = coming;
  if (!partner.patronRequests || partner.paused) return wrong('requestingAgencyId may not ask', sender);
  const asked = requestFromIso(body);
  const { requestId: number, requestType, patronReference: patron } = asked;
  const as = handedIn(coming, number);
  const patronRequest = patron === undefined ? {} : { patron };
  const { same, renumbered, ended } = await meantBy(known, as, asked);
  if (same) return { ...same, claims: [], patronRequest };
  const claims: Claim[] = [{ ...as, ...(ended !== undefined && { insteadOf: ended }) }];
  if (renumbered) return { ...renumbered, claims, patronRequest };
  if (requestType === 'Reminder') return wrong('requestingAgencyRequestId', number);
  return { requestId: '', member, claims, patronRequest };
};

type Running = Exclude<Opening, { kind: 'request' }>;

/** What whoever handed in a patron's wish says of it; undefined when it is about no such wish. */
const ofHandedIn = async (
  { inbox }: CorrelationStores,
  coming: Sender,
  message: Running,
): Promise<Correlation | undefined> => {
  if (message.kind !== 'requestingAgencyMessage' || !coming.partner.patronRequests) return undefined;
  const { action, header } = message.body;
  const found = await inbox.find(handedIn(coming, header.requestingAgencyRequestId), 'exact');
  if (found === undefined) return undefined;
  if (!isPatronRequestAction(action)) return { error: { errorType: 'UnsupportedActionType', errorValue: action } };
  return { ...found, claims: [], patronRequest: {} };
};

/** By which number a partner speaks of a request: as its supplier by ours, as its requester by that of the library it writes for. */
const spokenOfAs = ({ partner: { partnerId }, sender }: Sender, { kind, body: { header } }: Running): KnownAs => {
  const { requestingAgencyRequestId: number, supplyingAgencyId } = header;
  if (kind === 'supplyingAgencyMessage') return { partnerId, side: 'supplier', number, symbol: '*' };
  const symbol = symbolKey(symbolOf(supplyingAgencyId)) ?? NOBODY;
  return { partnerId, side: 'requester', agency: agencyKey(sender), number, symbol };
};

const ofRunning = async ({ inbox }: CorrelationStores, coming: Sender, message: Running): Promise<Correlation> => {
  const { requestingAgencyRequestId: number } = message.body.header;
  const as = spokenOfAs(coming, message);
  const exact = await inbox.find(as);
  // Our own numbers are in lower case, and some peers write all numbers in capitals.
  const found =
    exact ?? (as.side === 'supplier' ? await inbox.find({ ...as, number: number.toLowerCase() }) : undefined);
  return found ? { ...found, claims: [] } : wrong('requestingAgencyRequestId', number);
};

/** Who wrote a message: the agency that it names, else the partner that signed in. */
const writerOf = (partner: StoredPartner, message: Opening): string => {
  const named = senderOf({ dialect: '2021', version: '', ignored: [], mended: [], message }) ?? '';
  const [own] = partner.symbols;
  return symbolKey(named) === undefined && own ? symbolText(own) : (ownSymbol(partner, named) ?? named);
};

/**
 * What a message of a partner is about: a request that we know by its number, a new one, a patron's wish; or why it is not
 * taken: another's agency or request, or none that is known.
 */
export const correlate = async (
  known: CorrelationStores,
  partner: StoredPartner,
  message: Opening,
): Promise<Correlation> => {
  const number = message.body.header.requestingAgencyRequestId;
  if (Buffer.byteLength(number) > LONGEST_NUMBER) return wrong('requestingAgencyRequestId', number);
  const coming = { partner, sender: writerOf(partner, message) };
  const { sender } = coming;
  const borrows = message.kind === 'request' && (await borrowingMember(known, sender, message.body));
  if (message.kind === 'request' && borrows) return ofPatronRequest(known, coming, borrows, message.body);
  const spoken = message.kind === 'request' ? undefined : await ofHandedIn(known, coming, message);
  if (spoken) return spoken;
  if (!maySpeakAs(partner, sender))
    return wrong(message.kind === 'supplyingAgencyMessage' ? 'supplyingAgencyId' : 'requestingAgencyId', sender);
  return message.kind === 'request' ? ofRequest(known, coming, message.body) : ofRunning(known, coming, message);
};
