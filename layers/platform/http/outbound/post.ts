import { lookup as systemLookup } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopback, isPublicAddress } from './public-address.ts';

/** An outgoing request with its limits: times in milliseconds, `maxBytes` of the response body. */
export type Outbound = {
  url: string;
  body: string;
  headers: Record<string, string>;
  timeoutMs: number;
  maxBytes: number;
};

/** The reason why an outgoing request failed: every reason can be shown to a person; only the last two may be temporary. */
export type OutboundFailure = 'bad-url' | 'address-refused' | 'redirected' | 'too-large' | 'timed-out' | 'unreachable';

/** The partner's response, whatever its status, or the failure. */
export type OutboundResult =
  | { status: number; contentType: string; body: Uint8Array; etag?: string }
  | {
      failed: OutboundFailure;
      detail: string;
      /** Where a redirect leads: it is not followed, and the caller decides whether it may ask there. */
      location?: string | undefined;
    };

/** The addresses at which a deployment permits partners: the public internet over TLS; with `onThisMachine` also plain HTTP on loopback. */
export type Reach = { onThisMachine: boolean };

/** Thrown by the lookup, to distinguish a refused address from a missing host. */
class Refused extends Error {}

const allowed = (address: string, reach: Reach): boolean =>
  isPublicAddress(address) || (reach.onThisMachine && isLoopback(address));

/**
 * Returns a lookup that passes on only permitted addresses. The connection uses these same addresses, so a name that resolves
 * differently the second time gains nothing (DNS rebinding).
 */
const guardedLookup =
  (reach: Reach, lookup: typeof systemLookup): LookupFunction =>
  (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      const refusedOne = addresses.find(({ address }) => !allowed(address, reach));
      if (refusedOne !== undefined || addresses.length === 0)
        return done(new Refused(`${hostname} is at ${refusedOne?.address ?? 'no address'}`), []);
      const [first] = addresses;
      return options.all ? done(null, addresses) : done(null, first?.address ?? '', first?.family ?? 4);
    });
  };

const readUrl = (text: string, reach: Reach): URL | OutboundFailure => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return 'bad-url';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is never looked up, so it is checked here. URL has already normalized forms such as 2130706433 or 0x7f.1.
  if (isIP(host) !== 0 && !allowed(host, reach)) return 'address-refused';
  if (url.protocol === 'https:') return url;
  return url.protocol === 'http:' && reach.onThisMachine ? url : 'bad-url';
};

/** How long the look-up of a name may take, in milliseconds, while somebody waits who saves it. */
const LOOKED_UP_MS = 2000;

/**
 * Returns whether an address certainly leads where nothing is sent: it is a private address, or a name of one now. A name that is not known
 * yet is not refused: `post` checks again at each request. Where all of Concord runs on one machine, names are not looked up.
 */
export const leadsToPrivate = async (
  text: string,
  reach: Reach,
  lookup: typeof systemLookup = systemLookup,
): Promise<boolean> => {
  const url = readUrl(text, reach);
  if (typeof url === 'string') return url === 'address-refused';
  if (reach.onThisMachine || isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return false;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), LOOKED_UP_MS);
    lookup(url.hostname, { all: true }, (error, addresses) => {
      clearTimeout(timer);
      resolve(!error && addresses.some(({ address }) => !allowed(address, reach)));
    });
  });
};

const bodyOf = async (response: IncomingMessage, maxBytes: number): Promise<Uint8Array | undefined> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response) {
    length += (part as Buffer).length;
    if (length > maxBytes) return undefined;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
};

/** A request without a body, with its limits. */
export type OutboundRead = Omit<Outbound, 'body'>;

/** A request of any method: by default GET without a body, POST with one. */
export type OutboundCall = OutboundRead & { body?: string; method?: 'PUT' | 'DELETE' };

/**
 * Sends to an external partner. Never throws and never takes longer than `timeoutMs` in total, including name lookup and a slow body;
 * follows no redirect; never connects to a private address (OWASP ASVS 5.0, 1.3.6). `lookup` is replaced in tests only.
 */
const send = (
  { url: text, body, method, headers, timeoutMs, maxBytes }: OutboundCall,
  reach: Reach,
  lookup: typeof systemLookup,
): Promise<OutboundResult> =>
  new Promise((resolve) => {
    const url = readUrl(text, reach);
    if (typeof url === 'string') return resolve({ failed: url, detail: text.slice(0, 200) });
    let asked: ClientRequest | undefined;
    const end = (result: OutboundResult): void => {
      clearTimeout(timer);
      asked?.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => end({ failed: 'timed-out', detail: `${timeoutMs} ms` }), timeoutMs);
    const options = {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
      lookup: guardedLookup(reach, lookup),
      agent: false,
      maxHeaderSize: 16 * 1024,
    };
    const answered = async (response: IncomingMessage): Promise<void> => {
      const status = response.statusCode ?? 0;
      // 304 answers a request that names what is known.
      if (status >= 300 && status < 400 && status !== 304) {
        return end({ failed: 'redirected', detail: String(status), location: response.headers.location });
      }
      const read = await bodyOf(response, maxBytes);
      if (read === undefined) return end({ failed: 'too-large', detail: `more than ${maxBytes} bytes` });
      const { 'content-type': contentType = '', etag } = response.headers;
      return end({ status, contentType, body: read, ...(etag !== undefined && { etag }) });
    };
    const lost = (error: Error): void =>
      end({ failed: error instanceof Refused ? 'address-refused' : 'unreachable', detail: error.message });
    asked = (url.protocol === 'https:' ? secure : plain)(url, options, (response) => {
      answered(response).catch(lost);
    });
    asked.on('error', lost);
    asked.end(body);
  });

/** Posts to an external partner: see `send`. */
export const post = (
  request: Outbound,
  reach: Reach,
  lookup: typeof systemLookup = systemLookup,
): Promise<OutboundResult> => send(request, reach, lookup);

/** Reads from an external server, with the limits and checks of `post`. */
export const read = (
  request: OutboundRead,
  reach: Reach,
  lookup: typeof systemLookup = systemLookup,
): Promise<OutboundResult> => send(request, reach, lookup);

/** Calls an external server by any method, with the limits and checks of `post`. */
export const callOut = (
  request: OutboundCall,
  reach: Reach,
  lookup: typeof systemLookup = systemLookup,
): Promise<OutboundResult> => send(request, reach, lookup);
