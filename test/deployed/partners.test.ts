import { adminToken, calling, deployed, signedInStaff } from '../builders/deployed.ts';
import { aConfirmationXml, aPartnerServer, aRequesterXml, aRequestXml } from '../builders/partners.ts';

const endpoints = deployed();
const call = calling(endpoints);
const run = Date.now().toString(36);
const member = `x${run}`;
let server: Awaited<ReturnType<typeof aPartnerServer>>;

beforeAll(async () => {
  server = await aPartnerServer();
});
afterAll(() => server.close());

/** Polls until the condition holds, for at most five minutes, because a slow machine must not fail the test. */
const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
  for (let i = 0; i < 600; i += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('It did not become so in five minutes.');
};

test('a partner’s request passes the gateway, the stream and the queue to a member’s list, and the signed refusal is sent', async () => {
  const admin = await adminToken(endpoints);
  const made = async (method: 'POST' | 'PUT', path: string, body: unknown) => {
    const answer = await call(method, path, { token: admin, body });
    expect([path, answer.status < 300]).toEqual([path, true]);
    return answer.body as Record<string, unknown>;
  };
  await made('POST', '/membership/members', {
    ...{ memberId: member, name: 'A test library', type: 'special', fiscalYearStartsIn: 1, lendsOnRequest: true },
  });
  const calendar = { timeZone: 'UTC', weekly: {}, closures: [] };
  const branchId = `${member}.main`;
  await made('POST', `/membership/members/${member}/branches`, {
    ...{ branchId, name: 'Main', address: '1 Mill Street', pickup: true, calendar },
  });
  const email = `ill.${member}@example.org`;
  const { staffId } = await made('POST', '/membership/staff', { name: 'A test librarian', email, memberId: member });
  const grant = { role: 'ill', scope: 'member', member };
  await made('POST', `/membership/staff/${String(staffId)}/roles`, { grant, reason: 'A test' });
  const token = await signedInStaff(endpoints, email);
  const symbol = { type: 'ISIL', value: `US-${run.toUpperCase()}` };
  await made('PUT', `/resource-sharing/symbols/${member}`, { symbol });
  const theirs = `XX-${run.toUpperCase()}`;
  const { partnerId, secret } = await made('POST', '/resource-sharing/partners', {
    ...{ name: 'Partner', symbols: [{ type: 'ISIL', value: theirs }], address: server.address, dialect: '1.2' },
    // This partner supplies nothing: other tests' requests would wait for a supplier whose server is closed.
    ...{ supplies: false, requests: true, knowsUsAs: 'member', outbound: { how: 'header', header: 'x-key' } },
    secretInAddress: true,
    outboundSecret: 'open sesame',
  });

  const number = `N-${run}`;
  server.says(aConfirmationXml('supplyingAgencyMessage', number));
  const xml = aRequestXml({ supplier: symbol.value, requester: theirs, number, title: `A title of ${run}` });
  const send = (password: string) =>
    fetch(`${endpoints.api}/resource-sharing/iso18626`, {
      method: 'POST',
      body: xml,
      headers: {
        'content-type': 'application/xml',
        authorization: `Basic ${Buffer.from(`${String(partnerId)}:${password}`).toString('base64')}`,
      },
    });
  expect((await send('guess')).status).toBe(401);
  const confirmed = await send(String(secret));
  expect([confirmed.status, await confirmed.text()]).toEqual([200, expect.stringContaining('<messageStatus>OK<')]);

  const [request] = await until(async () => {
    const listed = await call('GET', `/resource-sharing/requests?memberId=${member}&side=supplier`, { token });
    const { requests = [] } = listed.body as { requests?: { requestId: string; askId: string }[] };
    return requests.length > 0 ? requests : undefined;
  });
  const answer = { branchId, askId: request?.askId, answer: 'unfilled', reason: 'NotHeld' };
  const path = `/resource-sharing/requests/${request?.requestId}`;
  expect(await call('POST', `${path}/answers`, { token, body: answer })).toMatchObject({ status: 200 });
  const sent = await until(async () => server.posted[0]);
  expect(sent.headers['x-key']).toBe('open sesame');
  expect(sent.body).toContain('<status>Unfilled</status>');
  const states = await until(async () => {
    const log = await call('GET', `${path}/messages`, { token });
    const { messages = [] } = log.body as { messages?: { state: string }[] };
    return messages.some(({ state }) => state === 'confirmed') ? messages.map(({ state }) => state) : undefined;
  });
  expect(states).toEqual(['applied', 'confirmed']);

  // A peer that cannot send its secret otherwise has it in the URL that it calls, and appends its own path to that URL.
  const asks = aRequesterXml({ supplier: symbol.value, requester: theirs, number }, 'StatusRequest');
  const sendTo = (address: string) =>
    fetch(`${endpoints.api}/resource-sharing/iso18626/${address}`, {
      ...{ method: 'POST', body: asks, headers: { 'content-type': 'application/xml' } },
    });
  for (const address of [String(partnerId), `${String(partnerId)}.guess/iso18626`])
    expect([address, (await sendTo(address)).status]).toEqual([address, 401]);
  const byAddress = await sendTo(`${String(partnerId)}.${String(secret)}/iso18626`);
  expect([byAddress.status, await byAddress.text()]).toEqual([200, expect.stringContaining('<messageStatus>OK<')]);
  const report = await until(async () => server.posted[1]);
  expect(report.body).toContain('<reasonForMessage>StatusRequestResponse</reasonForMessage>');
  expect(report.body).toContain('<status>Unfilled</status>');
}, 900_000);
