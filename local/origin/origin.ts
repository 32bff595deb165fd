import { existsSync, readFileSync } from 'node:fs';
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { robotsText } from '../../infra/robots.ts';
import { securityHeaders } from '../../infra/security-headers.ts';
import { root } from '../places.ts';
import { emailPage, sentEmails } from './emails.ts';
import { type Page, pageOf, pagesOf } from './files.ts';
import { passedOn } from './headers.ts';
import type { People } from './people.ts';
import { type Apis, type Route, routeOf } from './route.ts';
import { sentTexts } from './texts.ts';

/** The parts of the origin: the emulator, the APIs' ids, the web app's settings, and the people of the demo. */
export type OriginParts = { port: number; emulator: string; apis(): Apis; webConfig(): unknown; people?: People };

/** The running origin. `stop` closes open connections too. */
export type Origin = { url: string; stop(): Promise<void> };

const problem = (response: ServerResponse, status: number, title: string, detail: string): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(
    JSON.stringify({ type: 'about:blank', title, status, code: title.toLowerCase().replaceAll(' ', '-'), detail }),
  );
};

const answerPage = (
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
  more: Record<string, string>,
): void => {
  const headers = { ...more, etag: page.etag, 'cache-control': page.cache, vary: 'accept-encoding' };
  if (request.headers['if-none-match'] === page.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const zip = page.zipped !== undefined && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const body = (zip ? page.zipped : undefined) ?? page.body;
  response.writeHead(200, {
    ...headers,
    'content-type': page.type,
    'content-length': body.length,
    ...(zip ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
};

/** Streams a request to the emulator and its response back; `more` replaces headers of the response. */
const pass = (
  request: IncomingMessage,
  response: ServerResponse,
  emulator: URL,
  path: string,
  more: Record<string, string> = {},
): void => {
  const headers = { ...passedOn(request.headers), host: emulator.host, 'x-forwarded-host': request.headers.host ?? '' };
  const { hostname, port } = emulator;
  const onward = forward({ hostname, port, path, method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, { ...passedOn(answer.headers), ...more });
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  onward.on('error', () =>
    problem(response, 502, 'Bad gateway', 'The local engines do not answer: is Concord still starting?'),
  );
  // A closed connection cancels the request to the emulator, too.
  response.on('close', () => onward.destroy());
  request.pipe(onward);
};

const dist = join(root, 'web', 'dist');
const description = join(root, 'docs', 'openapi.json');
const notBuilt = pageOf(
  Buffer.from('The web app is not built here; the API answers under /v1, its description under /openapi.json.\n'),
  'none.txt',
);

const titles = { 404: 'Not found', 405: 'Method not allowed' };

/** Returns the page for a route served here; undefined when there is none. */
const ownPage = (
  route: Route,
  pages: (path: string) => Page | undefined,
  webConfig: () => unknown,
  site: string,
): Page | undefined => {
  if (route.to === 'robots') return pageOf(Buffer.from(robotsText(site)), 'robots.txt');
  if (route.to === 'config') return pageOf(Buffer.from(JSON.stringify(webConfig())), 'config.json');
  if (route.to === 'openapi')
    return existsSync(description) ? pageOf(readFileSync(description), description) : undefined;
  if (route.to === 'web') return pages(route.path) ?? (existsSync(dist) ? undefined : notBuilt);
  return undefined;
};

/** Serves the e-mails and text messages that the emulator stored, for people on this machine and for tests. */
const answerEmails = async (
  response: ServerResponse,
  emulator: string,
  as: 'page' | 'json',
  safe: Record<string, string>,
) => {
  const [emails, texts] = await Promise.all([sentEmails(emulator), sentTexts(emulator)]);
  const type = as === 'page' ? 'text/html; charset=utf-8' : 'application/json';
  response.writeHead(200, { ...safe, 'content-type': type, 'cache-control': 'no-store' });
  response.end(as === 'page' ? emailPage(emails, texts) : JSON.stringify({ emails, texts }));
};

/**
 * Answers with the people of the demo, or signs one of them in. A page of another site cannot sign anybody in: a browser states where a
 * request comes from, and the answer has no CORS headers.
 */
const answerPeople = async (
  request: IncomingMessage,
  response: ServerResponse,
  people: People | undefined,
  route: Extract<Route, { to: 'people' | 'demo-sign-in' }>,
): Promise<void> => {
  const isForeign = !['same-origin', 'none', undefined].includes(
    request.headers['sec-fetch-site'] as string | undefined,
  );
  const answer = route.to === 'people' ? people?.list() : isForeign ? undefined : await people?.signIn(route.account);
  if (answer === undefined) return problem(response, 404, titles[404], 'The demo has nobody of this name.');
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(answer));
};

/** Upload addresses are signed by functions that address the emulator by IP; a browser distinguishes that from the name. */
const namesOf = (emulator: string): string[] => [
  ...new Set([
    emulator,
    emulator.replace('//localhost', '//127.0.0.1'),
    emulator.replace('//127.0.0.1', '//localhost'),
  ]),
];

const listener = ({ emulator, apis, webConfig, people }: OriginParts) => {
  const behind = new URL(emulator);
  const pages = pagesOf(dist);
  const safe = securityHeaders(namesOf(emulator));
  return (request: IncomingMessage, response: ServerResponse): void => {
    const route = routeOf(request.method ?? 'GET', request.url ?? '/', apis());
    if (route.to === 'api' || route.to === 'sign-in' || route.to === 'page') {
      pass(request, response, behind, route.path, route.to === 'page' ? safe : {});
      return;
    }
    request.resume();
    if (route.to === 'mail') {
      answerEmails(response, emulator, route.as, safe).catch(() =>
        problem(response, 502, 'Bad gateway', 'The local engines do not answer: is Concord still starting?'),
      );
      return;
    }
    if (route.to === 'people' || route.to === 'demo-sign-in') {
      answerPeople(request, response, people, route).catch(() =>
        problem(response, 502, 'Bad gateway', 'This person cannot sign in: is Concord still starting?'),
      );
      return;
    }
    const page = ownPage(route, pages, webConfig, `http://${request.headers.host}`);
    if (page) answerPage(request, response, page, safe);
    else if (route.to === 'nowhere') problem(response, route.status, titles[route.status], route.detail);
    else problem(response, 404, titles[404], 'There is nothing at this address.');
  };
};

/** Serves web, API and sign-in on one origin, as CloudFront does on AWS. */
export const startOrigin = (parts: OriginParts): Promise<Origin> =>
  new Promise((resolve, reject) => {
    const server = createServer(listener(parts));
    server.once('error', reject);
    server.listen(parts.port, '127.0.0.1', () =>
      resolve({
        url: `http://localhost:${parts.port}`,
        stop: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      }),
    );
  });
