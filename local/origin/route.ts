import { madePagePath } from '../../infra/made-pages.ts';

/** The target of a request to the origin. */
export type Route =
  | { to: 'api'; path: string }
  | { to: 'sign-in'; path: string }
  | { to: 'openapi' }
  | { to: 'config' }
  | { to: 'robots' }
  | { to: 'mail'; as: 'page' | 'json' }
  | { to: 'people' }
  | { to: 'demo-sign-in'; account: string }
  | { to: 'page'; path: string }
  | { to: 'web'; path: string }
  | { to: 'nowhere'; status: 404 | 405; detail: string };

/** The HTTP APIs' ids by context. */
export type Apis = ReadonlyMap<string, string>;

/** The contexts' API ids, from the stacks' outputs: the stack is named `<deployment>-<context>`, the output `ApiId`. */
export const apisOf = (outputs: Record<string, Record<string, string>>): Apis =>
  new Map(
    Object.entries(outputs).flatMap(([stack, { ApiId }]) =>
      ApiId === undefined ? [] : [[stack.slice(stack.indexOf('-') + 1), ApiId] as const],
    ),
  );

/** The first output of a name in any stack. */
export const outputOf = (outputs: Record<string, Record<string, string>>, name: string): string | undefined =>
  Object.values(outputs).find((of) => of[name] !== undefined)?.[name];

/** Pages of the user pool's sign-in that the emulator serves at the root; the web's own pages may have the same names. */
const isSignIn = (method: string, path: string, query: string): boolean =>
  path.startsWith('/oauth2/') ||
  (path === '/login' && method === 'POST') ||
  (path === '/logout' && new URLSearchParams(query).has('client_id')) ||
  /^\/[a-z]+-[a-z]+-\d_\w+\/\.well-known\//.test(path);

/** Decides the target of a request for a page that an operation makes; undefined for the other pages, and where there is no such API. */
const madePage = (path: string, query: string, apis: Apis): Route | undefined => {
  const api = apis.get('discovery');
  const made = madePagePath(path);
  if (api === undefined || made === undefined) return undefined;
  return { to: 'page', path: `/_aws/execute-api/${api}/$default${made}${query === '' ? '' : `?${query}`}` };
};

/** Decides the target of a request. `target` is the request's path with its query, unchanged. */
export const routeOf = (method: string, target: string, apis: Apis): Route => {
  const at = target.indexOf('?');
  const path = at < 0 ? target : target.slice(0, at);
  const query = at < 0 ? '' : target.slice(at + 1);
  const context = /^\/v1\/([^/]+)(?:\/|$)/.exec(path)?.[1];
  if (context !== undefined) {
    const api = apis.get(context);
    if (api === undefined) return { to: 'nowhere', status: 404, detail: `There is no API for "${context}".` };
    return { to: 'api', path: `/_aws/execute-api/${api}/$default${target}` };
  }
  if (path === '/v1') return { to: 'nowhere', status: 404, detail: 'Name a context: /v1/<context>/…' };
  if (isSignIn(method, path, query)) return { to: 'sign-in', path: target };
  const account = /^\/local\/sign-ins\/([a-z-]+)$/.exec(path)?.[1];
  if (account !== undefined && method === 'POST') return { to: 'demo-sign-in', account };
  if (method !== 'GET' && method !== 'HEAD') return { to: 'nowhere', status: 405, detail: 'Only GET and HEAD here.' };
  if (path === '/openapi.json') return { to: 'openapi' };
  if (path === '/config.json') return { to: 'config' };
  if (path === '/robots.txt') return { to: 'robots' };
  if (path === '/local/people.json') return { to: 'people' };
  if (path === '/local/mail') return { to: 'mail', as: 'page' };
  if (path === '/local/mail.json') return { to: 'mail', as: 'json' };
  return madePage(path, query, apis) ?? { to: 'web', path };
};
