import { readMessage } from '../../layers/protocols/iso18626/read-message.ts';
import { writeMessage } from '../../layers/protocols/iso18626/write-message.ts';
import { aRequest } from '../../test/builders/iso-peer.ts';
import { HOSTILE } from './hostile.ts';
import { type Partner, startPartner } from './partner.ts';

let partner: Partner;
beforeAll(async () => {
  partner = await startPartner({
    ...{
      port: 0,
      concord: 'http://127.0.0.1:9/',
      symbol: 'ISIL:PARTNER',
      concordSymbol: 'ISIL:CONCORD',
      edition: '1.2',
    },
    ...{ secondMs: 10, signsIn: {} },
  });
});
afterAll(() => partner.stop());

const post = (path: string, more: RequestInit = {}): Promise<Response> =>
  fetch(`${partner.base}${path}`, {
    ...{ method: 'POST', body: writeMessage(aRequest('r-1', 'Emma'), '1.2'), redirect: 'manual' },
    ...more,
  });

test.each([
  ['/201', 201, 'application/xml', 'OK'],
  ['/error', 200, 'application/xml', 'ERROR'],
])('%s is confirmed and has no effect', async (path, status, type, messageStatus) => {
  const answer = await post(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type]);
  expect(readMessage(Buffer.from(await answer.arrayBuffer()))).toMatchObject({
    message: { kind: 'requestConfirmation', body: { confirmationHeader: { messageStatus } } },
  });
  expect(partner.dealings()).toEqual([]);
});

test.each(['/xxe', '/bomb', '/html'])('%s is answered by an unreadable response', async (path) => {
  const answer = await post(path);
  expect(answer.status).toBe(200);
  expect(readMessage(Buffer.from(await answer.arrayBuffer()))).toMatchObject({
    errors: [{ errorType: 'BadlyFormedMessage' }],
  });
  expect(partner.followed()).toBe(0);
});

test('/redirect leads to an address that counts who follows', async () => {
  expect((await post('/redirect')).status).toBe(307);
  expect(partner.followed()).toBe(0);
  await post('/redirect', { redirect: 'follow' });
  expect(partner.followed()).toBe(1);
});

test('/503 is unavailable, /dead hangs up, /mute never answers, /slow never ends', async () => {
  expect((await post('/503')).status).toBe(503);
  await expect(post('/dead')).rejects.toThrow();
  await expect(post('/mute', { signal: AbortSignal.timeout(100) })).rejects.toThrow();
  const slow = await post('/slow', { signal: AbortSignal.timeout(200) });
  expect(slow.status).toBe(200);
  await expect(slow.text()).rejects.toThrow();
});

test('/huge and /gzip are far larger than any message', async () => {
  const MIB = 1024 * 1024;
  for (const path of ['/huge', '/gzip'])
    expect((await (await post(path)).arrayBuffer()).byteLength).toBeGreaterThan(40 * MIB);
});

test('every hostile path is described', () => {
  expect(Object.keys(HOSTILE)).toEqual(
    expect.arrayContaining(['/slow', '/dead', '/huge', '/redirect', '/xxe', '/bomb', '/html', '/201', '/error']),
  );
});
