import type { lookup } from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { leadsToPrivate, type Outbound, type OutboundResult, post, read } from './post.ts';
import { isLoopback, isPublicAddress } from './public-address.ts';

test.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.0.1', false],
  ['169.254.169.254', false],
  ['100.64.1.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::7f00:1', false],
  ['fe80::1', false],
  ['fd00:ec2::254', false],
  ['2002:7f00:1::', false],
  ['example.org', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test('this machine is recognised by all its names', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', '10.0.0.1', '8.8.8.8'].map(isLoopback)).toEqual([
    ...[true, true, true],
    ...[false, false],
  ]);
});

let server: Server;
let listener: RequestListener;
let base: string;
const here = { onThisMachine: true };
const away = { onThisMachine: false };
const sent = (url: string, more: Partial<Outbound> = {}): Outbound => ({
  url,
  body: '<x/>',
  headers: { 'content-type': 'application/xml' },
  timeoutMs: 5000,
  maxBytes: 1000,
  ...more,
});
const failureOf = (result: OutboundResult): unknown => ('failed' in result ? result.failed : result);

beforeAll(async () => {
  server = createServer((request, response) => listener(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a posted message arrives, and the answer is returned with any status', async () => {
  listener = (request, response) => {
    request.setEncoding('utf8');
    request.on('data', (body: string) => response.writeHead(418, { 'content-type': 'text/xml' }).end(`got ${body}`));
  };
  const result = await post(sent(base), here);
  expect(result).toMatchObject({ status: 418, contentType: 'text/xml' });
  expect('body' in result && Buffer.from(result.body).toString()).toBe('got <x/>');
});

test('an endless answer, a slow one and a redirect are neither awaited nor followed', async () => {
  listener = (_request, response) => {
    response.writeHead(200);
    const more = (): void => {
      if (!response.destroyed && response.write('x'.repeat(65_536))) setImmediate(more);
      else response.once('drain', more);
    };
    more();
  };
  expect(failureOf(await post(sent(base), here))).toBe('too-large');
  listener = (_request, response) => {
    response.writeHead(200).write('<');
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  };
  expect(failureOf(await post(sent(base, { timeoutMs: 200 }), here))).toBe('timed-out');
  listener = (_request, response) => response.writeHead(302, { location: `${base}/again` }).end();
  expect(failureOf(await post(sent(base), here))).toBe('redirected');
});

test('a missing server is reported as unreachable, without an exception', async () => {
  listener = (request) => request.socket.destroy();
  expect(failureOf(await post(sent(base), here))).toBe('unreachable');
});

test.each([
  ['http://127.0.0.1/', 'address-refused'],
  ['https://2130706433/', 'address-refused'],
  ['https://0x7f.1/', 'address-refused'],
  ['https://[::1]/', 'address-refused'],
  ['https://[::ffff:169.254.169.254]/', 'address-refused'],
  ['https://169.254.169.254/latest/meta-data', 'address-refused'],
  ['http://example.org/', 'bad-url'],
  ['file:///etc/passwd', 'bad-url'],
  ['https://user:word@example.org/', 'bad-url'],
  ['not a url', 'bad-url'],
])('%s is not reached from AWS: %s', async (url, expected) => {
  expect(failureOf(await post(sent(url), away))).toBe(expected);
});

test('a name that resolves to a private address is refused, also among public ones, and so is one that does not resolve', async () => {
  const answering = (...addresses: string[]): typeof lookup =>
    ((_name: string, _options: unknown, done: (error: null, all: unknown[]) => void) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )) as unknown as typeof lookup;
  for (const addresses of [['10.0.0.7'], ['93.184.216.34', '127.0.0.1'], []])
    expect(failureOf(await post(sent('https://partner.example/'), away, answering(...addresses)))).toBe(
      'address-refused',
    );
});

describe('finding S15: an address that is saved', () => {
  const names: Record<string, string[]> = {
    'broker.example.org': ['8.8.8.8', '2606:4700::1111'],
    'inside.example.org': ['10.0.0.7'],
    'mixed.example.org': ['8.8.8.8', '169.254.169.254'],
  };
  const asked: string[] = [];
  const resolver = ((name: string, _options: unknown, done: (error: Error | null, found: unknown) => void) => {
    asked.push(name);
    const found = names[name];
    if (found === undefined) done(new Error('ENOTFOUND'), []);
    else
      done(
        null,
        found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
  }) as unknown as typeof lookup;

  it.each([
    ['https://broker.example.org/iso18626', false],
    ['https://inside.example.org/', true],
    ['https://mixed.example.org/', true],
    ['https://10.1.2.3/', true],
    ['https://[fd00::1]/', true],
    ['https://2130706433/', true],
    ['https://8.8.8.8/', false],
    // Not known yet: each request checks again.
    ['https://soon.example.org/', false],
    ['no address', false],
  ])('%s leads into a private network: %s', async (address, expected) => {
    expect(await leadsToPrivate(address, away, resolver)).toBe(expected);
  });

  it('is not looked up where all of Concord runs on one machine', async () => {
    asked.length = 0;
    expect(await leadsToPrivate('https://inside.example.org/', here, resolver)).toBe(false);
    expect(await leadsToPrivate('http://127.0.0.1:9000/', here, resolver)).toBe(false);
    expect(asked).toEqual([]);
  });
});

test('a read sends no body and is bound to the same addresses as a post', async () => {
  const asked: unknown[] = [];
  listener = (request, response) => {
    asked.push([request.method, request.url, request.headers['content-length']]);
    response.end('found');
  };
  const { body: _, ...wanted } = sent(`${base}/sru?query=emma`);
  expect(await read(wanted, here)).toMatchObject({ status: 200 });
  expect(asked).toEqual([['GET', '/sru?query=emma', undefined]]);
  expect(failureOf(await read(wanted, away))).toBe('address-refused');
});
