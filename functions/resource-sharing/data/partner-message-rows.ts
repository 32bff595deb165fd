import * as z from 'zod';
import type { Key } from '../../../layers/platform/dynamodb/keys.ts';
import { stamp } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import { urlIn } from '../../../layers/protocols/iso18626/plain-values.ts';
import { type IsoMessage, type MessageKind, messages } from '../../../layers/protocols/iso18626/schemas.ts';
import { deflated } from '../../catalogue/public/deflated-source.ts';
import { inflated } from '../../catalogue/public/inflated-source.ts';
import type { Message } from '../domain/messages/message.ts';
import { gsi2, gsi4, key } from './keys.ts';

/**
 * The state of a message to a partner. `void`: obsolete before it was sent, or failed and settled by staff without it.
 * `resent`: failed, and sent again as another row.
 */
const outStates = ['to-send', 'confirmed', 'failed', 'void', 'resent'] as const;
/** The state of a partner's message: confirmed at once, decided later. */
const inStates = ['to-decide', 'applied', 'noted', 'refused'] as const;

const common = {
  messageId: z.string(),
  requestId: z.string(),
  partnerId: z.string(),
  /** When it was stored, as in its key; its own timestamp is in the body. */
  at: z.string(),
  /** The member that it belongs to, to which its use is attributed. */
  member: z.string(),
  /** The ISO 18626 message as deflated JSON, without patron and credentials. */
  body: z.custom<Uint8Array>((value) => value instanceof Uint8Array).exactOptional(),
  /** The edition in which it was received or sent. */
  dialect: z.enum(['1.2', '2021']).exactOptional(),
  settledAt: z.string().exactOptional(),
  /** Epoch seconds, after which the row is expired even if it still exists. */
  expiresAt: z.number().exactOptional(),
  v: z.number(),
};

// Only the domain writes this: its types define its shape.
const message = z.custom<Message>((value) => typeof value === 'object' && value !== null && 'sequence' in value);

const outRow = z.object({
  ...common,
  direction: z.literal('out'),
  state: z.enum(outStates),
  /** The ask that it is about; an answer to a patron request's sender is about none, and is written in advance. */
  askId: z.string().exactOptional(),
  /** The content; a status report has none, because it is written when it is sent. */
  message: message.exactOptional(),
  /** The partner's question that a status report answers. */
  answers: z.enum(['Cancel', 'Renew']).exactOptional(),
  attempts: z.number(),
  nextTryAt: z.string().exactOptional(),
  /** Until when one sender holds the message exclusively. */
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
  /** The elements that were repaired when it was read, as paths. */
  mended: z.array(z.string()).exactOptional(),
  /** SHA-256 of its kind and its bytes as received. */
  hash: z.string(),
  /** A digest of the partner's reference for its patron: two requests of one patron for one item are duplicates. */
  patron: z.string().exactOptional(),
  /**
   * A request of a patron of ours, who borrows from us. `patron` is the sender's reference, stored until the request is
   * decided.
   */
  patronRequest: z.strictObject({ patron: z.string().exactOptional() }).exactOptional(),
  /** A question that was received before, byte by byte: its sender has not received the state, and gets only that. */
  again: z.literal(true).exactOptional(),
  why: z.string().exactOptional(),
});

const stored = z.discriminatedUnion('direction', [outRow, inRow]);

/** A message to a partner, in the outbox and in the log. */
export type OutMessage = z.infer<typeof outRow>;
/** A message of a partner, in the inbox and in the log. */
export type InMessage = z.infer<typeof inRow>;
export type PartnerMessage = OutMessage | InMessage;

/** The key of a message. */
export type MessagePlace = Pick<PartnerMessage, 'requestId' | 'at' | 'messageId'>;

/** Reads a stored message. Throws for a damaged row. */
export const readMessageRow = (item: unknown): PartnerMessage => stored.parse(item);

/** Removes from a logged ISO 18626 message its patron and its credentials. */
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

/** Removes from a request its delivery address and payer, which may be a patron's own. */
export const withoutPlaces = (iso: IsoMessage): IsoMessage => {
  if (iso.kind !== 'request') return iso;
  const { requestedDeliveryInfo: _places, billingInfo, ...body } = iso.body;
  const { address: _address, billingName: _name, ...billing } = billingInfo ?? {};
  return { kind: iso.kind, body: { ...body, ...(billingInfo && { billingInfo: billing }) } };
};

/** Removes from a message the address at which a copy can be fetched. */
export const withoutAddress = (iso: IsoMessage): IsoMessage => {
  if (iso.kind !== 'supplyingAgencyMessage' || iso.body.deliveryInfo === undefined) return iso;
  const { URL: _address, itemId, ...rest } = iso.body.deliveryInfo;
  // In 1.2 an address is in the place of an item's number.
  const numbers = itemId?.filter((one) => urlIn(one) === undefined) ?? [];
  const deliveryInfo = { ...rest, ...(numbers.length > 0 && { itemId: numbers }) };
  return { kind: iso.kind, body: { ...iso.body, deliveryInfo } };
};

/** Packs a message for storage. */
export const packIso = (iso: IsoMessage): Uint8Array => deflated(Buffer.from(JSON.stringify(withoutPeople(iso))));

/** Unpacks a stored message. Throws when it is damaged. */
export const unpackIso = (bytes: Uint8Array): IsoMessage => {
  const parsed = z
    .object({ kind: z.string(), body: z.unknown() })
    .parse(JSON.parse(Buffer.from(inflated(bytes)).toString('utf8')));
  const schema = messages[parsed.kind as MessageKind] as z.ZodType | undefined;
  if (schema === undefined) throw new Error('A message of no known kind is kept.');
  // Its kind chose its schema; the compiler does not infer that from the table.
  return { kind: parsed.kind, body: schema.parse(parsed.body) } as IsoMessage;
};

/** The stored item of a message; a failed one is also in its partner's list of failures. */
export const messageItem = (row: PartnerMessage): Item => ({
  ...key('partnerMessage', row),
  ...gsi2('partnerMessage', row),
  ...(row.state === 'failed' && gsi4('partnerMessage', row)),
  ...stamp('partnerMessage', row.v),
  ...row,
});

/** The id of a message of ours: the same on every retry. */
export const outId = ({ askId, from, sequence }: Pick<Message, 'askId' | 'from' | 'sequence'>): string =>
  `${askId}.${from}.${String(sequence).padStart(4, '0')}`;

/** The id of our previous message about the same ask; undefined for the first. */
export const idBefore = (message: Message): string | undefined =>
  message.sequence > 1 ? outId({ ...message, sequence: message.sequence - 1 }) : undefined;

/**
 * The number by which a partner knows a request on its side (`patron`: as the sender of patron requests), for one of
 * our symbols or (`*`) for any. `agency` is the symbol of the requesting library, because libraries behind a broker
 * number their requests independently.
 */
export type KnownAs = {
  partnerId: string;
  side: 'requester' | 'supplier' | 'patron';
  agency?: string;
  number: string;
  symbol: string;
};

/** The key of a number; the agency precedes it with its length, so that the two cannot be confused. */
export const numberKey = ({ agency, number, ...known }: KnownAs): Key =>
  key('partnerRequest', { ...known, number: agency === undefined ? number : `${agency.length}:${agency}:${number}` });

/** The item that finds a request by the number that a partner uses. */
export const pointerItem = (known: KnownAs, to: { requestId: string; member: string; content?: string }): Item => ({
  ...numberKey(known),
  ...stamp('partnerRequest', 1),
  ...known,
  ...to,
});
