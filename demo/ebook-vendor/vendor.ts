import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { documentsAt } from './documents.ts';
import { lendingOf } from './lending.ts';
import { type VendorTitle, vendorTitles } from './titles.ts';

/** A running stand-in vendor: its address, that of its feed, how many pages it answered as unchanged (304), and what ends it. */
export type RunningVendor = { base: string; feed: string; unchanged(): number; stop(): Promise<void> };

type Options = { port: number; titles?: readonly VendorTitle[]; now?: () => number; tokenSeconds?: number };
type Answer = { status: number; type: string; body: unknown };

/** A PIN that the vendor refuses, so that a refused sign-in can be tried. */
export const REFUSED_PIN = '0000';

const types = {
  feed: 'application/opds+json',
  entry: 'application/opds+json',
  atom: 'application/atom+xml;profile=opds-catalog',
  authentication: 'application/vnd.opds.authentication.v1.0+json',
  problem: 'application/problem+json',
  json: 'application/json',
  html: 'text/html; charset=utf-8',
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => `&#${one.codePointAt(0)};`);

/** Whether a request accepts OPDS 2 by its name. Others get Atom, which is the default of a Palace server. */
const acceptsOpds2 = ({ headers }: IncomingMessage): boolean =>
  (headers.accept ?? '').split(',').some((one) => one.split(';')[0]?.trim() === types.feed);

/** Returns a document of OPDS as Atom: that it is one must be enough here, for nobody reads it. */
const asAtom = (answer: Answer): Answer => ({
  ...answer,
  type: types.atom,
  body: '<feed xmlns="http://www.w3.org/2005/Atom"><title>Stand-in vendor of e-books</title></feed>',
});

/**
 * Starts the stand-in vendor: OPDS 2 feeds, sign-in by card and PIN for a token, loans, queues and limits, as a Palace server has them. Takes
 * any card of at least four characters with a PIN of digits. Its loans are in memory and end with it.
 */
export const startVendor = async ({
  port,
  titles = vendorTitles,
  now = Date.now,
  tokenSeconds = 3600,
}: Options): Promise<RunningVendor> => {
  const lending = lendingOf(titles, now);
  const tokens = new Map<string, { card: string; until: number }>();
  let [base, unchanged] = ['', 0];
  const documents = () => documentsAt(base, lending, titles);
  const ok = (body: unknown, type: keyof typeof types, status = 200): Answer => ({ status, type: types[type], body });
  const problem = (name: string, status: number): Answer => ok(documents().problem(name, status), 'problem', status);

  const cardOf = ({ headers }: IncomingMessage): string | undefined => {
    const found = tokens.get((headers.authorization ?? '').replace(/^Bearer /, ''));
    return found && found.until > now() ? found.card : undefined;
  };

  const token = ({ headers }: IncomingMessage): Answer => {
    const [card = '', pin = ''] = Buffer.from((headers.authorization ?? '').replace(/^Basic /, ''), 'base64')
      .toString('utf8')
      .split(':');
    if (card.length < 4 || !/^\d{4,}$/.test(pin) || pin === REFUSED_PIN) return problem('credentials-invalid', 401);
    const made = randomBytes(24).toString('base64url');
    tokens.set(made, { card, until: now() + tokenSeconds * 1000 });
    return ok({ access_token: made, token_type: 'Bearer', expires_in: tokenSeconds }, 'json');
  };

  const onWork = (request: IncomingMessage, title: VendorTitle, act: string | undefined): Answer => {
    if (act === undefined) return ok(documents().entry(title), 'entry');
    if (act === 'read')
      return ok(
        `<!doctype html><title>${escaped(title.title)}</title><h1>${escaped(title.title)}</h1><p>Here the vendor’s reader opens.</p>`,
        'html',
      );
    const card = cardOf(request);
    if (card === undefined) return problem('patron-auth-access-token-expired', 401);
    if (act === 'borrow') {
      const lent = lending.borrow(title, card);
      if ('problem' in lent) return problem(lent.problem, lent.status);
      return ok(documents().entry(title, card), 'entry', lent.isNew ? 201 : 200);
    }
    const refused = lending.giveBack(title, card);
    return refused ? problem(refused.problem, refused.status) : ok(documents().entry(title), 'entry');
  };

  const answer = (request: IncomingMessage): Answer => {
    const url = new URL(request.url ?? '/', base);
    const [, first = '', key = '', act] = url.pathname.split('/').map(decodeURIComponent);
    if (['', 'feed', 'crawlable'].includes(first))
      return ok(documents().feed(Number(url.searchParams.get('page') ?? 0)), 'feed');
    if (first === 'authentication') return ok(documents().authentication(), 'authentication');
    if (first === 'token') return token(request);
    if (first === 'loans') {
      const card = cardOf(request);
      return card === undefined
        ? ok(documents().authentication(), 'authentication', 401)
        : ok(documents().loans(card), 'feed');
    }
    const title = first === 'works' ? titles.find((one) => one.key === key) : undefined;
    return title ? onWork(request, title, act) : problem('unknown', 404);
  };

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    request.resume();
    const given = answer(request);
    const { status, type, body } = given.type === types.feed && !acceptsOpds2(request) ? asAtom(given) : given;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 24)}"`;
    const isKnown = status === 200 && request.headers['if-none-match'] === etag;
    if (isKnown) unchanged += 1;
    if (isKnown) response.writeHead(304, { etag }).end();
    else response.writeHead(status, { 'content-type': type, etag }).end(text);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = (): Promise<void> =>
    new Promise((stopped) => {
      server.closeAllConnections();
      server.close(() => stopped());
    });
  return { base, feed: `${base}/feed`, unchanged: () => unchanged, stop };
};
