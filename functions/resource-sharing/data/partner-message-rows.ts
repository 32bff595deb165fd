import * as z from 'zod';
import type { Key } from '../../../layers/platform/dynamodb/keys.ts';
import { stamp } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import { deflated, inflated } from '../../catalogue/public/source-record.ts';
import { urlIn } from '../domain/iso18626/plain-values.ts';
import { type IsoMessage, type MessageKind, messages } from '../domain/iso18626/schemas.ts';
import type { Message } from '../domain/messages/message.ts';
import { gsi2, gsi4, key } from './keys.ts';

/** How far a message to a partner is. `void`: overtaken before it was sent. `resent`: failed, and put on its way anew as another row. */
const outStates = ['to-send', 'confirmed', 'failed', 'void', 'resent'] as const;
/** How far a message of a partner is: confirmed at once, then decided on. */
const inStates = ['to-decide', 'applied', 'noted', 'refused'] as const;

const common = {
  messageId: z.string(),
  requestId: z.string(),
  partnerId: z.string(),
  /** When it was put here, as in its key; what it says of its own time stands in it. */
  at: z.string(),
  /** The member for whom it is: whose use it is. */
  member: z.string(),
  /** The message as ISO 18626 has it, deflated JSON without patron and credentials. */
  body: z.custom<Uint8Array>((value) => value instanceof Uint8Array).exactOptional(),
  /** In which edition it came or went. */
  dialect: z.enum(['1.2', '2021']).exactOptional(),
  settledAt: z.string().exactOptional(),
  /** Epoch seconds, after which it counts as gone although the row may linger. */
  expiresAt: z.number().exactOptional(),
  v: z.number(),
};

// Written by the domain and by nobody else: its shape is held by its types.
const message = z.custom<Message>((value) => typeof value === 'object' && value !== null && 'sequence' in value);

const outRow = z.object({
  ...common,
  direction: z.literal('out'),
  state: z.enum(outStates),
  /** About which ask; an answer to who handed in a patron's wish is about none, and written beforehand. */
  askId: z.string().exactOptional(),
  /** What is said; a report of how the request stands has none, it is made when it is sent. */
  message: message.exactOptional(),
  /** The question of the partner that a report answers by saying how things stand. */
  answers: z.enum(['Cancel', 'Renew']).exactOptional(),
  attempts: z.number(),
  nextTryAt: z.string().exactOptional(),
  /** Until when somebody who sends it has it for itself. */
  claimedUntil: z.string().exactOptional(),
  error: z.string().exactOptional(),
});

const inRow = z.object({
  ...common,
  direction: z.literal('in'),
  state: z.enum(inStates),
  kind: z.enum(['request', 'supplyingAgencyMessage', 'requestingAgencyMessage']),
  /** The edition as its sender writes it. */
  version: z.string(),
  /** What was put right in it when it was read: paths of elements. */
  mended: z.array(z.string()).exactOptional(),
  /** SHA-256 of its kind and the bytes as they came. */
  hash: z.string(),
  /** A digest of the partner's word for its patron: two requests of one patron are one wish. */
  patron: z.string().exactOptional(),
  /** A wish of a patron of ours, who borrows from us. `patron` is the sender's word for him, kept until it is decided. */
  patronRequest: z.strictObject({ patron: z.string().exactOptional() }).exactOptional(),
  /** A question that had come before, byte by byte: its sender has not heard how things stand, and is told that alone. */
  again: z.literal(true).exactOptional(),
  why: z.string().exactOptional(),
});

const stored = z.discriminatedUnion('direction', [outRow, inRow]);

/** A message to a partner, in the outbox and in the log. */
export type OutMessage = z.infer<typeof outRow>;
/** A message of a partner, in the inbox and in the log. */
export type InMessage = z.infer<typeof inRow>;
export type PartnerMessage = OutMessage | InMessage;

/** Where a message lies. */
export type MessagePlace = Pick<PartnerMessage, 'requestId' | 'at' | 'messageId'>;

/** Reads a stored message. Throws for a damaged row. */
export const readMessageRow = (item: unknown): PartnerMessage => stored.parse(item);

/** Some of what a log keeps of a message as ISO 18626 has it: neither its patron nor the credentials in it. */
export const withoutPeople = (iso: IsoMessage): IsoMessage => {
  if (iso.kind === 'request') {
    const { patronInfo: _patron, ...body } = iso.body;
    const { requestingAgencyAuthentication: _secret, ...header } = body.header;
    return { kind: iso.kind, body: { ...body, header } };
  }
  if (iso.kind === 'requestingAgencyMessage') {
    const { requestingAgencyAuthentication: _secret, ...header } = iso.body.header;
    return { kind: iso.kind, body: { ...iso.body, header } };
  }
  return iso;
};

/** A request without where its things are wanted and who pays for them: a patron's own address, maybe. */
export const withoutPlaces = (iso: IsoMessage): IsoMessage => {
  if (iso.kind !== 'request') return iso;
  const { requestedDeliveryInfo: _places, billingInfo, ...body } = iso.body;
  const { address: _address, billingName: _name, ...billing } = billingInfo ?? {};
  return { kind: iso.kind, body: { ...body, ...(billingInfo && { billingInfo: billing }) } };
};

/** A message without the address at which a copy is to be fetched. */
export const withoutAddress = (iso: IsoMessage): IsoMessage => {
  if (iso.kind !== 'supplyingAgencyMessage' || iso.body.deliveryInfo === undefined) return iso;
  const { URL: _address, itemId, ...rest } = iso.body.deliveryInfo;
  // In 1.2 an address stands where an item's number does.
  const numbers = itemId?.filter((one) => urlIn(one) === undefined) ?? [];
  const deliveryInfo = { ...rest, ...(numbers.length > 0 && { itemId: numbers }) };
  return { kind: iso.kind, body: { ...iso.body, deliveryInfo } };
};

/** A message as it is kept. */
export const packIso = (iso: IsoMessage): Uint8Array => deflated(Buffer.from(JSON.stringify(withoutPeople(iso))));

/** A message out of what is kept. Throws when it is damaged. */
export const unpackIso = (bytes: Uint8Array): IsoMessage => {
  const parsed = z
    .object({ kind: z.string(), body: z.unknown() })
    .parse(JSON.parse(Buffer.from(inflated(bytes)).toString('utf8')));
  const schema = messages[parsed.kind as MessageKind] as z.ZodType | undefined;
  if (schema === undefined) throw new Error('A message of no known kind is kept.');
  // Its kind chose its schema; the compiler does not follow that through the table.
  return { kind: parsed.kind, body: schema.parse(parsed.body) } as IsoMessage;
};

/** The stored item of a message; one that failed stands in its partner's list of those. */
export const messageItem = (row: PartnerMessage): Item => ({
  ...key('partnerMessage', row),
  ...gsi2('partnerMessage', row),
  ...(row.state === 'failed' && gsi4('partnerMessage', row)),
  ...stamp('partnerMessage', row.v),
  ...row,
});

/** The id of a message of ours: the same however often it is made. */
export const outId = ({ askId, from, sequence }: Pick<Message, 'askId' | 'from' | 'sequence'>): string =>
  `${askId}.${from}.${String(sequence).padStart(4, '0')}`;

/** The id of the message of ours before this one about the same ask; undefined for the first. */
export const idBefore = (message: Message): string | undefined =>
  message.sequence > 1 ? outId({ ...message, sequence: message.sequence - 1 }) : undefined;

/**
 * Under which number a request is known to a partner at its side (`patron`: who hands wishes in has none): asked of one of our
 * symbols, or (`*`) of any. `agency` is the symbol of the library that asks, for those behind a broker number each by itself.
 */
export type KnownAs = {
  partnerId: string;
  side: 'requester' | 'supplier' | 'patron';
  agency?: string;
  number: string;
  symbol: string;
};

/** The key of a number; the agency stands before it with its length, so that neither runs into the other. */
export const numberKey = ({ agency, number, ...known }: KnownAs): Key =>
  key('partnerRequest', { ...known, number: agency === undefined ? number : `${agency.length}:${agency}:${number}` });

/** The item that finds a request by the number that a partner knows it by. */
export const pointerItem = (known: KnownAs, to: { requestId: string; member: string }): Item => ({
  ...numberKey(known),
  ...stamp('partnerRequest', 1),
  ...known,
  ...to,
});
