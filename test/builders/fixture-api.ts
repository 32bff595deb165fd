import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { operations } from '../../functions/operations.ts';
import type { AnyContract } from '../../layers/platform/http/contract.ts';
import { commonRefusals, problemSchema } from '../../layers/platform/http/problem.ts';
import { type Origin, startOrigin } from '../../local/origin/origin.ts';
import { fixturePeople } from './fixture-people.ts';
import { scenes } from './fixture-scenes.ts';
import { freePort } from './free-port.ts';
import type { SceneAnswer } from './scene.ts';

/** A call that the fixture received: the operation, the key and the body. */
export type ReceivedRequest = { id: string; key: string; body: Record<string, unknown> };
/** The web app on its real origin, with an API that answers from scenes and the examples of the contracts. */
export type Fixture = { url: string; requests: ReceivedRequest[]; slowness: { ms: number }; stop(): Promise<void> };

const patternOf = ({ path }: AnyContract): RegExp => new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
const routes = operations
  .map((contract) => ({ contract, pattern: patternOf(contract) }))
  // A fixed path precedes one with a parameter in the same place.
  .sort((a, b) => Number(a.contract.path.includes('{')) - Number(b.contract.path.includes('{')));

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
};

/** Returns a problem that the operation can answer: its codes are those of the contract, each with its figures. */
const refused = ({ id, refusals }: AnyContract, json: unknown): unknown => {
  const problem = problemSchema.parse(json);
  const known: AnyContract['refusals'] = { ...refusals };
  for (const { code, params = {} } of problem.errors) {
    const figures = Object.keys(known[code]?.params ?? {});
    if (!(code in known || code in commonRefusals) || figures.some((name) => !(name in params)))
      throw new Error(`${id} does not refuse so: ${code}`);
  }
  return problem;
};

/** Checks that every answer fits its contract, so that pages never show data that the API cannot return. */
const checked = (contract: AnyContract, { status = 200, json, headers = {} }: SceneAnswer): SceneAnswer =>
  status < 300
    ? { status, json: contract.output.parse(json), headers }
    : // A refusal in the form of a page.
      { status, json: typeof json === 'string' && contract.produces ? json : refused(contract, json), headers };

const answer = async (
  request: IncomingMessage,
  requests: ReceivedRequest[],
): Promise<SceneAnswer & { type: string }> => {
  const { pathname, searchParams } = new URL(
    (request.url ?? '').replace(/^\/_aws\/execute-api\/[^/]+\/\$default/, ''),
    'http://fixture',
  );
  const found = routes.find(({ contract, pattern }) => contract.method === request.method && pattern.test(pathname));
  if (!found) return { status: 404, json: { code: 'nowhere', detail: pathname }, type: 'application/problem+json' };
  const { contract, pattern } = found;
  const params = Object.fromEntries(
    Object.entries(pattern.exec(pathname)?.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
  const body = await bodyOf(request);
  requests.push({ id: contract.id, key: String(request.headers['idempotency-key'] ?? ''), body });
  const token = (request.headers.authorization ?? '').replace('Bearer ', '');
  const origin = `http://${request.headers.host}`;
  const given = (await scenes[contract.id]?.({ query: searchParams, params, body, token, origin })) ?? {
    status: contract.status ?? 200,
    json: contract.example.output,
  };
  const charset = contract.produces?.startsWith('image/') ? '' : '; charset=utf-8';
  const type = contract.produces === undefined ? 'application/json' : `${contract.produces}${charset}`;
  return { ...checked(contract, given), type };
};

/** Handles the browser's direct uploads to the bucket, which has another origin than the page. */
const uploaded = async (
  request: IncomingMessage,
  response: ServerResponse,
  requests: ReceivedRequest[],
): Promise<void> => {
  if (request.method === 'PUT') {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    requests.push({ id: 'upload', key: '', body: { bytes: Buffer.concat(chunks).length } });
  }
  const anybody = { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'PUT' };
  response.writeHead(200, { ...anybody, 'access-control-allow-headers': '*' }).end();
};

const answering =
  (requests: ReceivedRequest[], slowness: { ms: number }) =>
  async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/bucket/')) return uploaded(request, response, requests);
    const {
      status = 200,
      json,
      type,
      headers = {},
    } = await answer(request, requests).catch((thrown: unknown) => ({
      status: 500,
      json: { code: 'fixture', detail: String(thrown) },
      type: 'application/problem+json',
      headers: {},
    }));
    await new Promise((done) => setTimeout(done, slowness.ms));
    response.writeHead(status, { 'content-type': type, ...headers });
    if (type.startsWith('image/')) response.end(Buffer.from(String(json), 'base64'));
    else response.end(typeof json === 'string' ? json : JSON.stringify(json));
  };

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });

/** Starts the fixture on free ports. */
export const startFixture = async (): Promise<Fixture> => {
  const requests: ReceivedRequest[] = [];
  const slowness = { ms: 0 };
  const server = createServer((request, response) => void answering(requests, slowness)(request, response));
  const [apiPort, webPort] = [await freePort(), await freePort()];
  await listening(server, apiPort);
  const contexts = new Map([...new Set(operations.map(({ context }) => context))].map((context) => [context, context]));
  const origin: Origin = await startOrigin({
    port: webPort,
    emulator: `http://127.0.0.1:${apiPort}`,
    apis: () => contexts,
    people: fixturePeople,
    webConfig: () => ({ consortium: 'Lakes and Rivers Library Consortium', demo: true, region: 'us-east-1' }),
  });
  const stop = async (): Promise<void> => {
    await origin.stop();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { url: origin.url, requests: requests, slowness, stop };
};
