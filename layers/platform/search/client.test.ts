import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, createServer as createPort, type Socket } from 'node:net';
import { readEnvironment } from '../runtime/environment.ts';
import { metered } from '../runtime/meter.ts';
import { type Engine, EngineUnavailable, openEngine } from './client.ts';

/** A fake engine that records its calls and returns the prepared responses. */
let server: Server;
let requests: { url: string | undefined; headers: IncomingMessage['headers']; body: string }[];
let status: number;
beforeEach(async () => {
  requests = [];
  status = 200;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      requests.push({ url: request.url, headers: request.headers, body });
      response.writeHead(status, { 'content-type': 'application/json' }).end('{"reported":"so"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const engineWith = (signed: 'true' | 'false', endpoint?: string): Engine => {
  const { port } = server.address() as AddressInfo;
  const environment = readEnvironment({
    SEARCH_ENDPOINT: endpoint ?? `http://127.0.0.1:${port}`,
    SEARCH_SIGNED: signed,
    AWS_REGION: 'eu-central-1',
  });
  return openEngine({ environment });
};

test('a call is sent unchanged and its answer returned, with any status', async () => {
  status = 404;
  const answer = await engineWith('false')({ method: 'POST', path: '/union-read/_search', body: { size: 1 } });
  expect(answer).toEqual({ status: 404, body: { reported: 'so' } });
  expect(requests).toMatchObject([{ url: '/union-read/_search', body: '{"size":1}' }]);
  expect(requests[0]?.headers.authorization).toBeUndefined();
});

test('on AWS each call is signed for the search service, in the region, with the function’s own credentials', async () => {
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
  });
  await engineWith('true')({ method: 'POST', path: '/_bulk', lines: '{"index":{}}\n{}\n' });
  expect(requests[0]?.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/es\/aws4_request,/,
  );
  expect(requests[0]?.headers['x-amz-security-token']).toBe('token');
  expect(requests[0]?.body).toBe('{"index":{}}\n{}\n');
});

test('every call is counted, including failed ones', async () => {
  const units = await metered(async (usage) => {
    await engineWith('false')({ method: 'GET', path: '/' });
    await engineWith('false', 'http://127.0.0.1:9')({ method: 'GET', path: '/' }).catch(() => undefined);
    return usage.units;
  });
  expect(units.indexCalls).toBe(2);
  expect(units.searchMs).toBeGreaterThan(0);
});

test('a failed connection is distinguished from an answer', async () => {
  await expect(engineWith('false', 'http://127.0.0.1:9')({ method: 'GET', path: '/' })).rejects.toThrow(
    EngineUnavailable,
  );
});

describe('finding W9: a broken connection', () => {
  /** An engine that treats its nth request as configured, and answers all further ones. */
  const brokenEngine = async (treat: (nth: number, socket: Socket) => 'answer' | 'reset' | 'nothing') => {
    let nth = 0;
    const open = new Set<Socket>();
    const port = createPort((socket) => {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('data', () => {
        nth += 1;
        const how = treat(nth, socket);
        if (how === 'reset') socket.resetAndDestroy();
        if (how === 'answer')
          socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}');
      });
    });
    await new Promise<void>((resolve) => port.listen(0, '127.0.0.1', resolve));
    const environment = readEnvironment({
      SEARCH_ENDPOINT: `http://127.0.0.1:${(port.address() as AddressInfo).port}`,
      SEARCH_SIGNED: 'false',
    });
    const engine = openEngine({ environment }, { reusedMs: 60, readMs: 150, writeMs: 150, idleMs: 60_000 });
    const close = () => {
      for (const socket of open) socket.destroy();
      port.close();
    };
    return { engine, close, asked: () => nth, connections: () => open.size };
  };
  const read = { method: 'GET', path: '/union-read/_search', body: { size: 1 } } as const;
  const write = { method: 'POST', path: '/_bulk', lines: '{"index":{}}\n{}\n' } as const;

  test('that is reset is replaced, and the read repeated once', async () => {
    const { engine, close, asked } = await brokenEngine((nth) => (nth === 1 ? 'reset' : 'answer'));
    expect(await engine(read)).toEqual({ status: 200, body: {} });
    expect(asked()).toBe(2);
    close();
  });

  test('that was dropped silently after it had served is replaced, long before the engine itself would be too slow', async () => {
    const { engine, close, asked, connections } = await brokenEngine((nth) => (nth === 2 ? 'nothing' : 'answer'));
    await engine(read);
    expect(await engine(read)).toEqual({ status: 200, body: {} });
    expect([asked(), connections()]).toEqual([3, 2]);
    close();
  });

  test('is not replaced a second time, and an engine that is silent from the start is not asked again', async () => {
    const resetting = await brokenEngine(() => 'reset');
    await expect(resetting.engine(read)).rejects.toThrow(EngineUnavailable);
    expect(resetting.asked()).toBe(2);
    resetting.close();
    const silent = await brokenEngine(() => 'nothing');
    await expect(silent.engine(read)).rejects.toThrow(EngineUnavailable);
    expect(silent.asked()).toBe(1);
    silent.close();
  });

  test('does not repeat a write, which the queue repeats', async () => {
    const { engine, close, asked } = await brokenEngine((nth) => (nth === 1 ? 'reset' : 'answer'));
    await expect(engine(write)).rejects.toThrow(EngineUnavailable);
    expect(asked()).toBe(1);
    close();
  });
});
