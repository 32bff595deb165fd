import {
  callOut,
  type OutboundCall,
  type OutboundResult,
  type Reach,
} from '../../../../layers/platform/http/outbound/post.ts';
import { cachedFor } from '../../../../layers/platform/runtime/cached-for.ts';
import { availabilityOf, patronTitleOf } from '../../../../layers/protocols/opds/lending.ts';
import {
  type Authentication,
  readAuthentication,
  readToken,
} from '../../../../layers/protocols/opds/read-authentication.ts';
import {
  hrefOf,
  isSameOrigin,
  jsonIn,
  readFeed,
  readPublication,
} from '../../../../layers/protocols/opds/read-feed.ts';
import { refusalIn } from '../../../../layers/protocols/opds/read-problem.ts';
import { isOfType, mediaTypes, relations } from '../../../../layers/protocols/opds/relations.ts';
import type { Asked, DigitalVendor, VendorFailure } from '../../domain/vendor.ts';

const PAGE = { timeoutMs: 20_000, maxBytes: 8_000_000 };
const ENTRY = { timeoutMs: 2_000, maxBytes: 500_000 };
const ACT = { timeoutMs: 7_000, maxBytes: 1_000_000 };

const basic = (name: string, secret: string): string =>
  `Basic ${Buffer.from(`${name}:${secret}`, 'utf8').toString('base64')}`;

/** Carries why the sign-in of a server was not found past the cache. */
class NotFound extends Error {
  readonly why: VendorFailure;

  constructor(why: VendorFailure) {
    super(why);
    this.why = why;
  }
}

type Document = keyof typeof mediaTypes;
type Read = { document: unknown; status: number; contentType: string; etag?: string };

const answered = (result: OutboundResult): Asked<Read> => {
  if ('failed' in result) return { failed: 'vendor-silent' };
  const { status, contentType, body, etag } = result;
  return { ok: { document: jsonIn(body), status, contentType, ...(etag !== undefined && { etag }) } };
};

/** Returns the document of a success; a refusal by its problem document; `vendor-unreadable` for any other media type. */
const documentIn = (asked: Asked<Read>, ...kinds: readonly Document[]): Asked<unknown> => {
  if ('failed' in asked) return asked;
  const { document, status, contentType } = asked.ok;
  if (status >= 500) return { failed: 'vendor-silent' };
  if (status >= 400) return { failed: refusalIn(isOfType(contentType, 'problem') ? document : undefined, status) };
  return kinds.some((kind) => isOfType(contentType, kind)) ? { ok: document } : { failed: 'vendor-unreadable' };
};

/**
 * The vendor behind an OPDS 2.0 feed, such as a Palace server. Takes the feed's address and where this deployment may connect to. Patrons'
 * tokens are sent to the origin of the feed only.
 */
export const opdsVendor = (address: string, reach: Reach): DigitalVendor => {
  const call = async (
    url: string,
    limits: typeof PAGE,
    more: Pick<OutboundCall, 'method' | 'body'> & { authorization?: string; accept?: Document; etag?: string } = {},
  ): Promise<Asked<Read>> => {
    const { method, body, authorization, accept = 'feed', etag } = more;
    if (authorization !== undefined && !isSameOrigin(url, address)) return { failed: 'vendor-unreadable' };
    // A Palace server has no type of its own for a publication: without the type of feeds it answers Atom.
    const feed = accept === 'publication' ? [`${mediaTypes.feed};q=0.95`] : [];
    const headers = {
      accept: [mediaTypes[accept], ...feed, `${mediaTypes.problem};q=0.9`, 'application/json;q=0.8'].join(', '),
      ...(authorization !== undefined && { authorization }),
      ...(etag !== undefined && { 'if-none-match': etag }),
    };
    const request = { url, headers, ...limits, ...(method && { method }), ...(body !== undefined && { body }) };
    return answered(await callOut(request, reach));
  };

  /** The sign-in of the server: a document that the feed links to, or the body of a 401. */
  const discovered = async (): Promise<Asked<Authentication>> => {
    const root = await call(address, PAGE);
    if ('failed' in root) return root;
    const feed = readFeed(root.ok.document);
    const at = feed && hrefOf(feed.links, relations.authentication, address);
    const shelf = feed && hrefOf(feed.links, relations.shelf, address);
    const document =
      at === undefined
        ? { ok: root.ok.document }
        : documentIn(await call(at, ENTRY, { accept: 'authentication' }), 'authentication');
    if ('failed' in document) return document;
    const read = readAuthentication(document.ok, at ?? address);
    return read ? { ok: { ...(shelf !== undefined && { shelf }), ...read } } : { failed: 'vendor-unreadable' };
  };
  const authentication = cachedFor(10 * 60_000, async () => {
    const found = await discovered();
    // A failure is not cached: it may be over with the next request.
    if ('failed' in found) throw new NotFound(found.failed);
    return found.ok;
  });
  const signInOf = async (now: number): Promise<Asked<Authentication>> => {
    try {
      return { ok: await authentication('', now) };
    } catch (error) {
      if (error instanceof NotFound) return { failed: error.why };
      throw error;
    }
  };

  const bearer = (token: string): string => `Bearer ${token}`;
  return {
    page: async (at = address, credentials, etag) => {
      const authorization = credentials && basic(credentials.username, credentials.secret);
      const how = { ...(authorization !== undefined && { authorization }), ...(etag !== undefined && { etag }) };
      const asked = await call(at, PAGE, how);
      if (etag !== undefined && 'ok' in asked && asked.ok.status === 304) return { ok: 'unchanged' };
      const read = documentIn(asked, 'feed');
      if ('failed' in read) return read;
      const feed = readFeed(read.ok);
      if (!feed) return { failed: 'vendor-unreadable' };
      const next = hrefOf(feed.links, 'next', at);
      // A feed that leads to itself, or elsewhere, ends here.
      const goesOn = next !== undefined && next !== at && isSameOrigin(next, address);
      const version = 'ok' in asked ? asked.ok.etag : undefined;
      return { ok: { ...feed, address: at, ...(version && { etag: version }), ...(goesOn && { next }) } };
    },
    availability: async (entry) => {
      const read = documentIn(await call(entry, ENTRY, { accept: 'publication' }), 'publication', 'feed');
      if ('failed' in read) return read;
      const publication = readPublication(read.ok);
      const found = publication && availabilityOf(publication);
      return found ? { ok: found } : { failed: 'vendor-unreadable' };
    },
    signIn: async (card, pin, now) => {
      const found = await signInOf(now);
      if ('failed' in found) return found;
      const { tokens } = found.ok;
      // Without tokens the PIN would be stored to act later: it never is.
      if (tokens === undefined) return { failed: 'vendor-needs-tokens' };
      const asked = await call(tokens, ACT, { body: '', authorization: basic(card, pin), accept: 'authentication' });
      if ('ok' in asked && asked.ok.status === 401) return { failed: 'sign-in-refused' };
      const read = documentIn(asked, 'authentication');
      if ('failed' in read) return read;
      const given = readToken(read.ok);
      return given
        ? { ok: { token: given.token, until: now + given.seconds * 1000 } }
        : { failed: 'vendor-unreadable' };
    },
    account: async (token, now) => {
      const found = await signInOf(now);
      if ('failed' in found) return found;
      const { shelf } = found.ok;
      if (shelf === undefined) return { failed: 'vendor-unreadable' };
      const read = documentIn(await call(shelf, ACT, { authorization: bearer(token) }), 'feed');
      if ('failed' in read) return read;
      const feed = readFeed(read.ok);
      if (!feed) return { failed: 'vendor-unreadable' };
      return { ok: feed.publications.flatMap((one) => patronTitleOf(one, shelf) ?? []) };
    },
    borrow: async (token, borrowAt) => {
      const how = { method: 'PUT', body: '', authorization: bearer(token), accept: 'publication' } as const;
      const asked = await call(borrowAt, ACT, how);
      const read = documentIn(asked, 'publication', 'feed');
      if ('failed' in read) return read;
      const publication = readPublication(read.ok);
      const title = publication && patronTitleOf(publication, borrowAt);
      return title
        ? { ok: { title, isNew: 'ok' in asked && asked.ok.status === 201 } }
        : { failed: 'vendor-unreadable' };
    },
    giveBack: async (token, revokeAt) => {
      const how = { method: 'PUT', body: '', authorization: bearer(token), accept: 'publication' } as const;
      const asked = await call(revokeAt, ACT, how);
      if ('failed' in asked) return asked;
      if (asked.ok.status < 300) return { ok: 'given-back' };
      const read = documentIn(asked, 'publication', 'feed');
      return 'failed' in read ? read : { failed: 'vendor-unreadable' };
    },
  };
};
