import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { keys as membershipKeys } from '../../../functions/membership/public/keys.ts';
import { handler as editPartner } from '../../../functions/resource-sharing/operations/edit-partner/handler.ts';
import { handler as listMessages } from '../../../functions/resource-sharing/operations/list-partner-messages/handler.ts';
import { handler as receive } from '../../../functions/resource-sharing/operations/receive-message/handler.ts';
import { handler as receiveAt } from '../../../functions/resource-sharing/operations/receive-message-by-address/handler.ts';
import { handler as rotate } from '../../../functions/resource-sharing/operations/rotate-partner-secret/handler.ts';
import type { MessageView } from '../../../functions/resource-sharing/schemas/messages.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { readMessage } from '../../../layers/protocols/iso18626/read-message.ts';
import type { MessageOf } from '../../../layers/protocols/iso18626/schemas.ts';
import { type Answered, type Call, call } from '../../builders/call.ts';
import { describeValidMessages } from '../../builders/described-messages.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import {
  aPartner,
  aRequesterXml,
  aRequestXml,
  aSupplierXml,
  inEnvelope,
  withSymbols,
} from '../../builders/partners.ts';
import { consortiumStaff } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

const monday = '2026-03-02T11:00:00.000Z';
const ssm = mockClient(SSMClient);
const admin = consortiumStaff('admin');
let table: Table & { name: string };

beforeAll(async () => {
  table = await aTable();
  process.env.PARTNER_SECRETS = '/Test/partners';
  for (const memberId of ['ash', 'birch']) {
    const member = { memberId, name: memberId, type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false };
    await table.write([
      { put: { ...membershipKeys.key('member', member), ...stamp('member', 1), ...member, createdAt: monday } },
    ]);
  }
  await withSymbols(table, 'consortium', 'ash', 'birch');
});
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  ssm.reset();
  ssm.on(PutParameterCommand).resolves({});
});

const change = (partnerId: string, body: object) =>
  call(editPartner.using(at(monday)), { actor: admin, path: { partnerId }, body });

type Confirmed = MessageOf<'requestingAgencyMessageConfirmation'>;
type Confirmation = Confirmed & { kind: string; dialect: string };
const confirmationIn = ({ body }: Answered): Confirmation => {
  const read = readMessage(Buffer.from(String(body)));
  if (!('message' in read)) throw new Error(`No confirmation: ${String(body)}`);
  return { kind: read.message.kind, dialect: read.dialect, ...(read.message.body as Confirmed) };
};
const statusOf = (answered: Answered) => confirmationIn(answered).confirmationHeader.messageStatus;
const basic = (name: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`,
});

/** Every response in XML. */
const written = new Set<string>();
const send = async (
  xml: string,
  more: Partial<Call> & { now?: string; endpointPath?: string } = {},
): Promise<Answered> => {
  const { now = monday, endpointPath, headers, ...rest } = more;
  const sent = { rawBody: xml, headers: { 'content-type': 'application/xml', ...headers }, ...rest };
  const answered =
    endpointPath === undefined
      ? await call(receive.using(at(now)), sent)
      : await call(receiveAt.using(at(now)), { ...sent, path: { address: endpointPath } });
  written.add(String(answered.body));
  return answered;
};
const logOf = async (partnerId: string): Promise<MessageView[]> =>
  ((await call(listMessages, { actor: admin, path: { partnerId } })).body as { messages: MessageView[] }).messages;

let numbers = 0;
const ask = (requester: string, more: object = {}) => {
  numbers += 1;
  return aRequestXml({ supplier: 'US-ASH', requester, number: `N-${numbers}`, ...more });
};

describe('authentication of partners', () => {
  test('a partner is recognised by Basic (id or account), a bearer, credentials in its message, or an agreed address', async () => {
    const one = await aPartner(table, { accountId: 'bodo', secretInAddress: true });
    const { partnerId, secret, symbol } = one;
    const xml = () => ask(symbol.value);
    const account = { id: 'bodo', code: secret };
    const answers = [
      await send(xml(), { headers: basic(partnerId, secret) }),
      await send(xml(), { headers: basic('bodo', secret) }),
      await send(xml(), { headers: { authorization: `Bearer ${partnerId}.${secret}` } }),
      await send(xml(), { headers: { authorization: `bearer ${secret}` } }),
      await send(ask(symbol.value, { account })),
      await send(xml(), { endpointPath: `${partnerId}.${secret}` }),
      await send(xml(), { endpointPath: partnerId, headers: { authorization: `Bearer ${secret}` } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.map(statusOf)).toEqual(answers.map(() => 'OK'));
    expect(await logOf(partnerId)).toHaveLength(answers.length);
  });

  test('a suffix that a peer adds to its address, a slash or /iso18626, has no effect', async () => {
    const { partnerId, secret, symbol } = await aPartner(table, { secretInAddress: true });
    const own = `${partnerId}.${secret}`;
    const signed = { headers: basic(partnerId, secret) };
    for (const endpointPath of [
      `${own}/`,
      `${own}/iso18626`,
      `${own}/ISO18626/`,
      `${own}//iso18626`,
      `${own}/rs/iso18626`,
    ])
      expect([endpointPath, statusOf(await send(ask(symbol.value), { endpointPath }))]).toEqual([endpointPath, 'OK']);
    for (const endpointPath of [`${partnerId}/iso18626`, 'iso18626', 'iso18626/'])
      expect([endpointPath, statusOf(await send(ask(symbol.value), { endpointPath, ...signed }))]).toEqual([
        endpointPath,
        'OK',
      ]);
    const away = { address: '203.0.113.40' };
    for (const endpointPath of [`${partnerId}.guess/iso18626`, `iso18626/${own}`])
      expect([endpointPath, (await send(ask(symbol.value), { endpointPath, ...away })).status]).toEqual([
        endpointPath,
        401,
      ]);
  });

  test('a partner with credentials in its message learns what is wrong with it', async () => {
    const { partnerId, secret, symbol } = await aPartner(table, { accountId: 'cato' });
    const wrong = { service: 'Gift' };
    const refusal = await send(ask(symbol.value, { ...wrong, account: { id: 'cato', code: secret } }));
    expect([refusal.status, statusOf(refusal)]).toEqual([200, 'ERROR']);
    expect(refusal.body).toContain('request/serviceInfo/serviceType: Gift');
    const guess = await send(ask(symbol.value, { ...wrong, account: { id: 'cato', code: 'guess' } }), {
      address: '203.0.113.30',
    });
    expect(guess.status).toBe(401);
    expect(guess.body).not.toContain('Gift');
    expect(await logOf(partnerId)).toEqual([]);
  });

  test('an unknown partner and a wrong secret get the same answer: 401 with an ERROR confirmation', async () => {
    const { partnerId, secret, symbol } = await aPartner(table);
    const other = await aPartner(table);
    const xml = ask(symbol.value);
    const address = '203.0.113.1';
    const tries: [string, Parameters<typeof send>[1]][] = [
      ['no credentials', {}],
      ['a wrong secret', { headers: basic(partnerId, 'guess') }],
      ['no such partner', { headers: basic('prt_01kb0000000000000000000000', 'guess') }],
      ['another partner’s secret', { headers: basic(partnerId, other.secret) }],
    ];
    const answers = [];
    for (const [, more] of tries) answers.push(await send(xml, { address, ...more }));
    for (const { status, headers } of answers) {
      expect(status).toBe(401);
      expect(headers['content-type']).toContain('application/xml');
    }
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers.map(statusOf)).toEqual(answers.map(() => 'ERROR'));
    // For another URL, or with the secret in a URL where that was not agreed, the correct secret is refused.
    const away = { address: '203.0.113.2' };
    expect(
      (await send(xml, { ...away, endpointPath: other.partnerId, headers: basic(partnerId, secret) })).status,
    ).toBe(401);
    expect((await send(xml, { ...away, endpointPath: `${partnerId}.${secret}` })).status).toBe(401);
    expect(await logOf(partnerId)).toEqual([]);
  });

  test('the sixth wrong attempt from an address must wait; the right secret is accepted all the same, as are other addresses', async () => {
    const { partnerId, secret, symbol } = await aPartner(table);
    const wrong = (address: string) => send(ask(symbol.value), { address, headers: basic(partnerId, 'guess') });
    for (let i = 0; i < 5; i += 1) expect((await wrong('203.0.113.9')).status).toBe(401);
    const late = await wrong('203.0.113.9');
    expect(late).toMatchObject({ status: 429, headers: { 'retry-after': '900' } });
    expect(statusOf(late)).toBe('ERROR');
    const right = { address: '203.0.113.9', headers: basic(partnerId, secret) };
    expect((await send(ask(symbol.value), right)).status).toBe(200);
    expect((await wrong('203.0.113.10')).status).toBe(401);
  });

  test('after a new secret the old one is accepted for the set time', async () => {
    const { partnerId, secret, symbol } = await aPartner(table);
    const turn = async (oldStaysHours: number) =>
      (await call(rotate.using(at(monday)), { actor: admin, path: { partnerId }, body: { oldStaysHours } })).body as {
        secret: string;
      };
    const second = await turn(24);
    const status = async (word: string, now: string) =>
      (await send(ask(symbol.value), { now, address: word, headers: basic(partnerId, word) })).status;
    expect([await status(secret, monday), await status(second.secret, monday)]).toEqual([200, 200]);
    expect(await status(secret, '2026-03-03T11:00:00.000Z')).toBe(401);
    const third = await turn(0);
    expect([await status(second.secret, monday), await status(third.secret, monday)]).toEqual([401, 200]);
  });
});

describe('an incoming message', () => {
  const known = async (over: Parameters<typeof aPartner>[1] = {}) => {
    const one = await aPartner(table, over);
    const by = (more: Parameters<typeof send>[1] = {}) => ({
      ...more,
      headers: { ...basic(one.partnerId, one.secret), ...more.headers },
    });
    return { ...one, value: one.symbol.value, by, send: (xml: string, more = {}) => send(xml, by(more)) };
  };

  test('is confirmed in the caller’s edition, with its own numbers, for any content type', async () => {
    const one = await known();
    const old = confirmationIn(await one.send(ask(one.value)));
    expect(old).toMatchObject({
      kind: 'requestConfirmation',
      dialect: '1.2',
      confirmationHeader: { messageStatus: 'OK' },
    });
    const xml = aRequestXml({ supplier: 'US-ASH', requester: one.value, number: 'N-new' }, '2021-2');
    const recent = await one.send(xml, { headers: { 'content-type': 'text/xml; charset=UTF-8' } });
    expect(recent).toMatchObject({ status: 200, headers: { 'content-type': 'application/xml; charset=utf-8' } });
    expect(confirmationIn(recent)).toMatchObject({
      dialect: '2021',
      confirmationHeader: { requestingAgencyRequestId: 'N-new', requestingAgencyId: { agencyIdValue: one.value } },
    });
    // With the edition's name that the caller uses; an unknown edition is answered in the one as which it was read.
    const named = { '1.0': '1.0', '1.1': '1.1', '2021-1': '2021-1', '2021-3': '2021-3', next: '2021-2' };
    for (const [stated, answered] of Object.entries(named)) {
      const { body } = await one.send(
        aRequestXml({ supplier: 'US-ASH', requester: one.value, number: `N-${stated}` }, stated),
      );
      expect(String(body)).toContain(` ill:version="${answered}">`);
    }
    for (const type of ['', 'text/plain', 'application/vnd.iso18626+xml'])
      expect(statusOf(await one.send(ask(one.value), { headers: { 'content-type': type } }))).toBe('OK');
    expect(statusOf(await one.send(ask(one.value), { base64: true }))).toBe('OK');
  });

  test('bytes are read in the charset of their type; what the gateway converted to text is UTF-8 whatever is declared', async () => {
    const one = await known();
    const title = 'Smörgåsbord';
    const [latin, declared] = [ask(one.value, { title }), ask(one.value, { title })];
    const asBytes = (xml: string, type: string) => ({
      ...{ rawBytes: Buffer.from(xml, 'latin1'), headers: { 'content-type': type } },
    });
    const answers = [
      await one.send(latin, asBytes(latin, 'application/xml; charset=ISO-8859-1')),
      await one.send(declared.replace('"1.0"', '"1.0" encoding="ISO-8859-1"')),
    ];
    expect(answers.map(statusOf)).toEqual(['OK', 'OK']);
    expect((await logOf(one.partnerId)).map(({ summary: words }) => words)).toEqual(
      answers.map(() => `Asks for a loan of “${title}”`),
    );
  });

  test('with missing elements that can be filled in is accepted, and the log lists them', async () => {
    const one = await known();
    const xml = ask(one.value)
      .replace('2026-03-02T11:00:00Z', 'yesterday')
      .replace(/<bibliographicInfo>.*<\/bibliographicInfo>/s, '');
    expect(statusOf(await one.send(xml))).toBe('OK');
    const [message] = await logOf(one.partnerId);
    expect(message?.mended).toEqual(['request/header/timestamp', 'request/bibliographicInfo']);
    // A repetition is the same message: the fields that we add do not count.
    expect(statusOf(await one.send(xml, { now: '2026-03-02T12:00:00.000Z' }))).toBe('OK');
    expect(await logOf(one.partnerId)).toHaveLength(1);
    const gossip = aSupplierXml({ supplier: one.value, requester: 'US-ASH', number: 'r' }, 'Loaned', {
      reason: 'Gossip',
    });
    expect(confirmationIn(await one.send(gossip)).errorData).toEqual([
      {
        errorType: 'UnsupportedReasonForMessageType',
        errorValue: 'supplyingAgencyMessage/messageInfo/reasonForMessage: Gossip',
      },
    ]);
  });

  test('twice is confirmed twice and stored once, also concurrently', async () => {
    const one = await known();
    const xml = ask(one.value);
    const answers = await Promise.all(Array.from({ length: 6 }, () => one.send(xml)));
    expect(answers.map(statusOf)).toEqual(answers.map(() => 'OK'));
    expect(statusOf(await one.send(xml, { now: '2026-04-15T11:00:00.000Z' }))).toBe('OK');
    expect(await logOf(one.partnerId)).toHaveLength(1);
  });

  test('under one number concurrently, with other content, is one request', async () => {
    const one = await known();
    const requestAt = (time: string) =>
      aRequestXml({ supplier: 'US-ASH', requester: one.value, number: 'N-same', time });
    const times = Array.from({ length: 5 }, (_, i) => `2026-03-02T11:00:0${i}Z`);
    expect((await Promise.all(times.map((time) => one.send(requestAt(time))))).map(statusOf)).toEqual(
      times.map(() => 'OK'),
    );
    const log = await logOf(one.partnerId);
    expect(log).toHaveLength(5);
    expect(new Set(log.map(({ requestId }) => requestId)).size).toBe(1);
    // A broker asks the next of our libraries under the same number: that is another request.
    await one.send(aRequestXml({ supplier: 'US-BIRCH', requester: one.value, number: 'N-same' }));
    expect(new Set((await logOf(one.partnerId)).map(({ requestId, member }) => `${requestId} ${member}`)).size).toBe(2);
  });

  test('finding I6: a new request under a used number is an ERROR and not stored; the very same one is confirmed', async () => {
    const one = await known();
    const asks = (title: string, time = monday) =>
      aRequestXml({ supplier: 'US-ASH', requester: one.value, number: 'N-used', title, time });
    expect(statusOf(await one.send(asks('Emma')))).toBe('OK');
    const other = await one.send(asks('Persuasion'));
    expect([other.status, statusOf(other)]).toEqual([200, 'ERROR']);
    expect(confirmationIn(other).errorData).toEqual([
      {
        errorType: 'UnrecognisedDataValue',
        errorValue: 'requestingAgencyRequestId already names another request: N-used',
      },
    ]);
    expect(await logOf(one.partnerId)).toHaveLength(1);
    for (const again of [asks('Emma'), asks('Emma', '2026-03-02T11:05:00Z')])
      expect(statusOf(await one.send(again))).toBe('OK');
    expect(new Set((await logOf(one.partnerId)).map(({ requestId }) => requestId)).size).toBe(1);
  });

  test('finding I6: of several new requests under one number at once, one is confirmed', async () => {
    const one = await known();
    const titles = ['Emma', 'Persuasion', 'Ida', 'Middlemarch'];
    const answers = await Promise.all(
      titles.map((title) =>
        one.send(aRequestXml({ supplier: 'US-ASH', requester: one.value, number: 'N-race', title })),
      ),
    );
    expect(answers.map(statusOf).toSorted()).toEqual(['ERROR', 'ERROR', 'ERROR', 'OK']);
    expect(await logOf(one.partnerId)).toHaveLength(1);
  });

  test('finding I4: a library’s request without a number is refused, and told why', async () => {
    const one = await known();
    const answer = await one.send(aRequestXml({ supplier: 'US-ASH', requester: one.value, number: '' }));
    expect(confirmationIn(answer).errorData).toMatchObject([
      { errorType: 'UnrecognisedDataValue', errorValue: expect.stringContaining('requestingAgencyRequestId is empty') },
    ]);
    expect(await logOf(one.partnerId)).toEqual([]);
  });

  test('is stored without the patron and without credentials', async () => {
    const one = await known();
    const account = { id: one.partnerId, code: one.secret };
    await send(ask(one.value, { account, patron: 'P-77 Okafor' }));
    const [message] = await logOf(one.partnerId);
    expect(message).toMatchObject({ direction: 'in', state: 'to-decide', member: 'ash' });
    expect(message?.summary).toContain('Emma');
    expect(message?.xml).toContain('<title>Emma</title>');
    const rows = (await scanAll(table.name)).filter(({ pk }) => String(pk).includes(message?.requestId ?? '-'));
    expect(rows.length).toBeGreaterThan(0);
    expect(message?.xml).not.toMatch(/Okafor|P-77|securityCode/);
    expect(JSON.stringify(rows)).not.toMatch(/Okafor|P-77/);
  });

  test('for another’s request, in another’s name, for an unknown member or request is an ERROR and not stored', async () => {
    const [one, two] = [await known(), await known({ requests: false })];
    await one.send(aRequestXml({ supplier: 'US-ASH', requester: one.value, number: 'N-mine' }));
    const before = (await logOf(one.partnerId)).length;
    const errors = async (xml: string, by = one) => {
      const answered = await by.send(xml);
      expect([answered.status, statusOf(answered)]).toEqual([200, 'ERROR']);
      return confirmationIn(answered).errorData?.map(({ errorValue }) => errorValue);
    };
    const ids = { supplier: 'US-ASH', requester: two.value, number: 'N-mine' };
    expect(await errors(aRequesterXml(ids, 'Cancel'), two)).toEqual(['requestingAgencyRequestId: N-mine']);
    expect(await errors(aRequesterXml({ ...ids, requester: one.value }, 'Cancel'), two)).toEqual([
      `requestingAgencyId: ISIL:${one.value}`,
    ]);
    expect(await errors(aSupplierXml({ ...ids, supplier: one.value, number: 'req_1' }, 'Loaned'))).toEqual([
      'requestingAgencyRequestId: req_1',
    ]);
    expect(await errors(aRequestXml({ ...ids, supplier: 'US-NOWHERE', requester: one.value, number: 'N-no' }))).toEqual(
      ['supplyingAgencyId: ISIL:US-NOWHERE'],
    );
    expect(await errors(aRequestXml({ ...ids, number: 'N-no' }), two)).toEqual([
      `requestingAgencyId may not ask: ISIL:${two.value}`,
    ]);
    expect(await errors(aRequestXml({ ...ids, requester: one.value, number: 'N-none', type: 'Reminder' }))).toEqual([
      'requestingAgencyRequestId: N-none',
    ]);
    expect(
      await errors(aRequesterXml({ ...ids, requester: one.value, number: 'n'.repeat(2000) }, 'Cancel')),
    ).toHaveLength(1);
    expect((await logOf(one.partnerId)).length).toBe(before);
    expect(await logOf(two.partnerId)).toEqual([]);
  });

  test('a broker represents libraries behind it', async () => {
    const broker = await known({ broker: true });
    expect(statusOf(await broker.send(ask('XX-BEHIND')))).toBe('OK');
  });

  test.each([
    ['nothing', ''],
    ['no XML', 'hello'],
    ['a page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['a file of ours', `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${inEnvelope('<request>&x;</request>')}`],
    ['a bomb', `<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>${inEnvelope('<request>&b;</request>')}`],
    ['endless nesting', inEnvelope('<request>'.repeat(30_000))],
    ['more than 256 KB', inEnvelope(`<request><note>${'x'.repeat(300_000)}</note></request>`)],
    ['a confirmation', inEnvelope('<requestConfirmation/>')],
    ['half a message', inEnvelope('<requestingAgencyMessage><action>Received</action></requestingAgencyMessage>')],
  ])('%s is an ERROR, and nothing fails', async (_what, xml) => {
    const one = await known();
    const answered = await one.send(xml);
    expect([answered.status, statusOf(answered)]).toEqual([200, 'ERROR']);
    expect(confirmationIn(answered).errorData?.length).toBeGreaterThan(0);
    expect(await logOf(one.partnerId)).toEqual([]);
  });

  test('a message of the maximum size is stored, and read again', async () => {
    const one = await known();
    const note = Array.from({ length: 9000 }, (_, i) => ((i * 7919) % 97_561).toString(36))
      .join(' ')
      .slice(0, 9900);
    const many = Array.from(
      { length: 20 },
      () => `<supplierInfo><availabilityNote>${note}</availabilityNote></supplierInfo>`,
    );
    const xml = ask(one.value).replace('</request>', `${many.join('')}</request>`);
    expect(xml.length).toBeGreaterThan(180_000);
    expect(statusOf(await one.send(xml))).toBe('OK');
    expect((await logOf(one.partnerId))[0]?.xml?.length).toBeGreaterThan(180_000);
  });

  test('messages above the daily limit wait until the next day', async () => {
    const one = await known({ messagesADay: 2 });
    const answers = [];
    for (let i = 0; i < 3; i += 1) answers.push(await one.send(ask(one.value)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(statusOf(await one.send(ask(one.value), { now: '2026-03-03T00:00:00.000Z' }))).toBe('OK');
  });

  test('a paused partner may send messages about its requests, and no new ones', async () => {
    const one = await known();
    await one.send(aRequestXml({ supplier: 'US-ASH', requester: one.value, number: 'N-open' }));
    expect((await change(one.partnerId, { paused: true })).status).toBe(200);
    expect(statusOf(await one.send(ask(one.value)))).toBe('ERROR');
    const ids = { supplier: 'US-ASH', requester: one.value, number: 'N-open' };
    expect(statusOf(await one.send(aRequesterXml(ids, 'Cancel')))).toBe('OK');
  });
});

describeValidMessages('all that was answered', written, 20);
