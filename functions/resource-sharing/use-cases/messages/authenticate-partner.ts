import { isId } from '../../../../layers/kernel/identity/id.ts';
import { symbolOf } from '../../../../layers/protocols/iso18626/agency-symbol.ts';
import type { ReadMessage } from '../../../../layers/protocols/iso18626/read-message.ts';
import { accountSymbol, type PartnerStore, partnersSecret, type StoredPartner } from '../../data/partner-store.ts';

/** The credentials that a partner presents: a name (its id or account), a secret, and where the secret was. */
type Shown = { name?: string | undefined; secret: string; in: 'header' | 'message' | 'address' };

/** The maximum length of a header, a name or a secret; ours are shorter. */
const LONGEST = 4096;

/** Splits a secret from its optional partner prefix: `prt_….secret`. */
const parted = (text: string): { name?: string; secret: string } => {
  const dot = text.indexOf('.');
  const name = text.slice(0, Math.max(dot, 0));
  return isId('partner', name) ? { name, secret: text.slice(dot + 1) } : { secret: text };
};

const inHeader = (authorization: string): Shown | undefined => {
  const [, scheme = '', credentials = ''] = /^(Basic|Bearer) +(\S+)$/i.exec(authorization.trim()) ?? [];
  if (credentials === '') return undefined;
  if (scheme.toLowerCase() === 'bearer') return { ...parted(credentials), in: 'header' };
  const text = Buffer.from(credentials, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0
    ? undefined
    : { name: text.slice(0, colon), secret: parted(text.slice(colon + 1)).secret, in: 'header' };
};

// Also for a message with another fault: its sender learns of that fault, instead of being refused as unknown.
const signedIn = (read: ReadMessage) => {
  if (!('message' in read)) return read.correlation.authentication;
  const { kind, body } = read.message;
  return kind === 'request' || kind === 'requestingAgencyMessage'
    ? body.header.requestingAgencyAuthentication
    : undefined;
};

const inMessage = (read: ReadMessage): Shown | undefined => {
  const { accountId: name, securityCode } = signedIn(read) ?? {};
  return securityCode === undefined ? undefined : { name, secret: parted(securityCode).secret, in: 'message' };
};

const inAddress = (address: string | undefined): Shown | undefined => {
  if (address === undefined || isId('partner', address)) return undefined;
  return { ...parted(address), in: 'address' };
};

/** Returns the symbol of the agency that wrote a message. */
export const senderOf = (read: ReadMessage): string | undefined => {
  const { supplyingAgencyId, requestingAgencyId } =
    'message' in read ? ('header' in read.message.body ? read.message.body.header : {}) : read.correlation;
  const kind = 'message' in read ? read.message.kind : read.kind;
  const sender = kind === 'supplyingAgencyMessage' ? supplyingAgencyId : requestingAgencyId;
  return sender && symbolOf(sender);
};

const idOf = async (partners: PartnerStore, name: string): Promise<string | undefined> => {
  if (isId('partner', name)) return name;
  const owner = await partners.ownerOf(accountSymbol(name));
  return owner && 'partnerId' in owner ? owner.partnerId : undefined;
};

const idOfSender = async (partners: PartnerStore, read: ReadMessage): Promise<string | undefined> => {
  const symbol = senderOf(read);
  const owner = symbol === undefined ? undefined : await partners.ownerOf(symbol);
  return owner && 'partnerId' in owner ? owner.partnerId : undefined;
};

/**
 * Returns the URL segment that identifies a partner: the first one after the endpoint's own path. Some peers append
 * `/iso18626` or a slash to any address; later segments are ignored.
 */
export const stepOf = (behind: string | undefined): string | undefined => {
  const step = behind?.split('/').find((one) => one !== '');
  return step?.toLowerCase() === 'iso18626' ? undefined : step;
};

/** An authentication attempt: the message as read, the Authorization header, and the last URL segment, if any. */
export type SignIn = { read: ReadMessage; authorization: string | undefined; address: string | undefined };

/**
 * Authenticates a partner by HTTP Basic (its id or account name, and its secret), a bearer secret, the credentials
 * within the message, or (where agreed) the secret in the address. A secret without a name is checked for the partner
 * that the address names, else for the partner whose symbol wrote. Undefined, in the same time, for an unknown partner
 * and for a wrong secret.
 */
export const authenticatePartner = async (
  partners: PartnerStore,
  { read, authorization, address }: SignIn,
  now: number,
): Promise<StoredPartner | undefined> => {
  const header = authorization === undefined ? undefined : inHeader(authorization.slice(0, LONGEST));
  const shown = header ?? inMessage(read) ?? inAddress(address);
  if (shown === undefined || shown.secret.length > LONGEST) return undefined;
  const addressed = address === undefined ? undefined : isId('partner', address) ? address : parted(address).name;
  const named = shown.name === undefined ? undefined : await idOf(partners, shown.name);
  const partnerId = shown.name === undefined ? (addressed ?? (await idOfSender(partners, read))) : named;
  const partner = partnerId === undefined ? undefined : await partners.get(partnerId);
  const fits = partnersSecret(partner, shown.secret, now);
  const agreed = shown.in !== 'address' || partner?.secretInAddress === true;
  // A partner that uses another partner's address is refused.
  const here = addressed === undefined || addressed === partnerId;
  return fits && agreed && here ? partner : undefined;
};
