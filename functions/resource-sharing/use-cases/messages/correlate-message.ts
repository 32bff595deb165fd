import { createHash } from 'node:crypto';
import { textStart } from '../../../../layers/kernel/text/text-start.ts';
import { symbolKey, symbolOf, symbolText } from '../../../../layers/protocols/iso18626/agency-symbol.ts';
import type { ErrorData } from '../../../../layers/protocols/iso18626/confirm-message.ts';
import type { IsoMessage, MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { LibrarySymbolStore } from '../../data/library-symbol-store.ts';
import type { Claim, CorrelatedRequest, NumberedRequest, PartnerInbox } from '../../data/partner-inbox-store.ts';
import type { InMessage, KnownAs } from '../../data/partner-message-rows.ts';
import type { PartnerStore, StoredPartner } from '../../data/partner-store.ts';
import { isPatronRequestAction } from '../../domain/iso18626/patron-request-status.ts';
import { requestFromIso } from '../../domain/iso18626/request-from-iso.ts';
import { maySpeakAs, ownSymbol } from '../../domain/partners/partner.ts';
import { senderOf } from './authenticate-partner.ts';

/** The dependencies for correlating a message; `isOver` returns whether a request has ended. */
export type CorrelationStores = {
  partners: Pick<PartnerStore, 'ownerOf'>;
  symbols: Pick<LibrarySymbolStore, 'list'>;
  inbox: Pick<PartnerInbox, 'find' | 'wasRefused'>;
  isOver: (requestId: string) => Promise<boolean>;
};

/** A message that opens an exchange, not a confirmation. */
export type Opening = Extract<IsoMessage, { kind: InMessage['kind'] }>;

/**
 * The subject of a message: a request of ours, with the numbers that identify it from now on; or why the message is
 * refused.
 */
export type Correlation =
  | (CorrelatedRequest & { claims: Claim[]; patron?: string; patronRequest?: InMessage['patronRequest'] })
  | { error: ErrorData };
type Sender = { partner: StoredPartner; sender: string };

/** The maximum length of a request number in bytes: it is part of a key. Real ones have twenty. */
const LONGEST_NUMBER = 255;
/** When no member is named, the request is for the whole consortium. */
const NOBODY = '-';

const wrong = (where: string, value = ''): { error: ErrorData } => ({
  error: { errorType: 'UnrecognisedDataValue', errorValue: `${where}: ${textStart(value, 100)}` },
});

/** A library numbers its own requests; only a patron's request, which its library numbers, may have none. */
const noNumber: { error: ErrorData } = {
  error: {
    errorType: 'UnrecognisedDataValue',
    errorValue: 'requestingAgencyRequestId is empty: only a new PatronRequest may leave the number to us',
  },
};

/** Hashes several parts so that neighbouring parts cannot be confused. */
export const digestOf = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64url');
};

/**
 * Finds the member that a request is for: by its symbol (without a type: the only one of this value), or the
 * consortium.
 */
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
 * Finds the request that a number identifies, and the ended request (`ended`) that it identified before. The same
 * number means the same request: its sender has not received the state. A retry of an ended request, by the old number
 * or a new one, requests it again (ISO 18626 requestType); a reminder asks for its state, also after its end.
 */
const meantBy = async ({ inbox, isOver }: CorrelationStores, known: KnownAs, asked: Numbered) => {
  const again = asked.requestType === 'Retry';
  const same = await inbox.find(known, 'exact');
  if (same) return again && (await isOver(same.requestId)) ? { ended: same.requestId } : { same };
  if (asked.requestType === 'New') return {};
  const before = await inbox.find({ ...known, number: asked.previousRequestId ?? asked.requestId });
  // From now on the new number identifies the same request.
  return before && !(again && (await isOver(before.requestId))) ? { renumbered: before } : {};
};

/** A digest of what a message requests: the same however often, when and with which credentials it is sent. */
const contentOf = ({ header: _, ...body }: MessageOf<'request'>): string => digestOf(JSON.stringify(body));

/**
 * Refuses a new request under a number that names another one: confirmed, it would be lost. A message that was sent
 * again, a request that was refused, and a retry or reminder keep the number.
 */
const refuseUsedNumber = async (
  { inbox }: CorrelationStores,
  same: NumberedRequest,
  { requestType, requestId: number }: Numbered,
  content: string,
): Promise<{ error: ErrorData } | undefined> => {
  if (requestType !== 'New' || same.content === undefined || same.content === content) return undefined;
  if (await inbox.wasRefused(same.requestId)) return undefined;
  return wrong('requestingAgencyRequestId already names another request', number);
};

const correlated = ({ requestId, member }: NumberedRequest): CorrelatedRequest => ({ requestId, member });

/** Distinguishes the libraries behind a partner that use the same numbers. */
const agencyKey = (sender: string): string => symbolKey(sender) ?? NOBODY;

/**
 * Correlates a partner's request. A number identifies one request of one library: libraries behind a broker number
 * theirs independently, so requestingAgencyId and requestingAgencyRequestId are used together.
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
  const content = contentOf(body);
  if (same) return (await refuseUsedNumber(known, same, asked, content)) ?? { ...correlated(same), claims: [] };
  const claims: Claim[] = [
    { ...as, content, ...(ended !== undefined && { insteadOf: ended }) },
    { ...as, symbol: '*', content },
  ];
  if (renumbered) return { ...correlated(renumbered), claims };
  if (asked.requestType === 'Reminder') return wrong('requestingAgencyRequestId', asked.requestId);
  if (!partner.requests || partner.paused) return wrong('requestingAgencyId may not ask', sender);
  const member = await askedMember(known, asked.supplyingAgency);
  if (member === undefined) return wrong('supplyingAgencyId', asked.supplyingAgency);
  const patronId = body.patronInfo?.patronId;
  const patron = patronId === undefined ? {} : { patron: digestOf(partnerId, sender, patronId).slice(0, 16) };
  return { requestId: '', member, claims, ...patron };
};

/**
 * Finds the member that borrows for a patron's own request: its requesting agency is one of ours (ISO 18626
 * PatronRequest).
 */
const borrowingMember = async (known: CorrelationStores, sender: string, { serviceInfo }: MessageOf<'request'>) =>
  serviceInfo.requestSubType?.includes('PatronRequest') ? askedMember(known, sender) : undefined;

/** The number by which the sender of patron requests identifies one. */
const handedIn = ({ partner: { partnerId }, sender }: Sender, number: string): KnownAs => ({
  ...{ partnerId, side: 'patron', number },
  symbol: symbolKey(sender) ?? NOBODY,
});

/**
 * Finds the request that a patron request without a number asks for: the open one of the same content, so that a message sent again is the
 * same request, whatever its time. After the end the same content is a new request.
 */
const askedWithoutNumber = async ({ inbox, isOver }: CorrelationStores, coming: Sender, content: string) => {
  const as = handedIn(coming, `content:${content}`);
  const found = await inbox.find(as, 'exact');
  if (found && !(await isOver(found.requestId))) return { same: found };
  return { claims: [{ ...as, content, ...(found && { insteadOf: found.requestId }) }] };
};

/** Correlates a request of a patron of ours that a discovery system or an agency sends for our library. */
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
  // Without a number only a new request makes sense: our number becomes its own (`receive-message.ts`).
  if (number === '' && requestType !== 'New') return noNumber;
  const content = contentOf(body);
  if (number === '') {
    const { same, claims = [] } = await askedWithoutNumber(known, coming, content);
    if (same) return { ...correlated(same), claims, patronRequest };
    return { requestId: '', member, claims: [...claims, { ...as, content }], patronRequest };
  }
  const { same, renumbered, ended } = await meantBy(known, as, asked);
  if (same)
    return (await refuseUsedNumber(known, same, asked, content)) ?? { ...correlated(same), claims: [], patronRequest };
  const claims: Claim[] = [{ ...as, content, ...(ended !== undefined && { insteadOf: ended }) }];
  if (renumbered) return { ...correlated(renumbered), claims, patronRequest };
  if (requestType === 'Reminder') return wrong('requestingAgencyRequestId', number);
  return { requestId: '', member, claims, patronRequest };
};

type Running = Exclude<Opening, { kind: 'request' }>;

/** Correlates a later message about a patron request; undefined when it is about none. */
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
  return { ...correlated(found), claims: [], patronRequest: {} };
};

/**
 * The number by which a partner identifies a request: ours when it is the supplier, that of the library that it writes
 * for when it is the requester.
 */
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
  // Our numbers are in lower case, and some peers write all numbers in capitals.
  const found =
    exact ?? (as.side === 'supplier' ? await inbox.find({ ...as, number: number.toLowerCase() }) : undefined);
  return found ? { ...correlated(found), claims: [] } : wrong('requestingAgencyRequestId', number);
};

/** Returns the sender of a message: the agency that it names, else the authenticated partner. */
const writerOf = (partner: StoredPartner, message: Opening): string => {
  const named = senderOf({ dialect: '2021', version: '', ignored: [], mended: [], message }) ?? '';
  const [own] = partner.symbols;
  return symbolKey(named) === undefined && own ? symbolText(own) : (ownSymbol(partner, named) ?? named);
};

/**
 * Correlates a partner's message with a request known by its number, a new request or a patron request, or states why
 * it is refused: another agency or request, or an unknown one.
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
  if (number === '') return noNumber;
  const spoken = message.kind === 'request' ? undefined : await ofHandedIn(known, coming, message);
  if (spoken) return spoken;
  if (!maySpeakAs(partner, sender))
    return wrong(message.kind === 'supplyingAgencyMessage' ? 'supplyingAgencyId' : 'requestingAgencyId', sender);
  return message.kind === 'request' ? ofRequest(known, coming, message.body) : ofRunning(known, coming, message);
};
