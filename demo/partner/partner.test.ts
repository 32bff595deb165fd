import type { IsoMessage } from '../../layers/protocols/iso18626/schemas.ts';
import { writeMessage } from '../../layers/protocols/iso18626/write-message.ts';
import { type Arrived, anAction, aRequest, isoPeer } from '../../test/builders/iso-peer.ts';
import type { PartnerOptions } from './options.ts';
import { type Partner, startPartner } from './partner.ts';

let concord: Awaited<ReturnType<typeof isoPeer>>;
let partner: Partner;

const options = (more: Partial<PartnerOptions> = {}): PartnerOptions => ({
  ...{ port: 0, concord: concord.url, symbol: 'ISIL:PARTNER', concordSymbol: 'ISIL:CONCORD', edition: '1.2' },
  ...{ secondMs: 10, signsIn: {} },
  ...more,
});
const start = async (more: Partial<PartnerOptions> = {}): Promise<void> => {
  await partner?.stop();
  partner = await startPartner(options(more));
};
const post = (message: IsoMessage, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(partner.iso, { method: 'POST', body: writeMessage(message, '1.2'), headers });

/** The relevant codes of a message. */
const codes = ({ message }: Arrived): string => {
  if (message.kind === 'request') return `request ${message.body.serviceInfo.requestType}`;
  if (message.kind === 'requestingAgencyMessage') return message.body.action;
  if (message.kind !== 'supplyingAgencyMessage') return message.kind;
  const { messageInfo, statusInfo } = message.body;
  return [messageInfo.reasonForMessage, statusInfo.status, messageInfo.answerYesNo].filter(Boolean).join(' ');
};
const sent = async (count: number): Promise<string[]> => {
  await concord.until((arrived) => arrived.length >= count);
  return concord.arrived.map(codes);
};

beforeEach(async () => {
  concord = await isoPeer();
  await start();
});
afterEach(async () => {
  await partner.stop();
  await concord.stop();
});

describe('as supplier', () => {
  const RESPONSE = 'RequestResponse';

  test.each<[string, string[]]>([
    ['', [`${RESPONSE} WillSupply`, 'StatusChange Loaned']],
    ['lends-at-once', [`${RESPONSE} Loaned`]],
    ['expects', ['Notification ExpectToSupply', `${RESPONSE} WillSupply`, 'StatusChange Loaned']],
    ['unfilled', [`${RESPONSE} Unfilled`]],
    ['off-list', ['StatusChange Unfilled']],
    ['broker', ['Notification Unfilled', `${RESPONSE} WillSupply`, 'StatusChange Loaned']],
    ['cost', [`${RESPONSE} RetryPossible`]],
    ['condition', [`${RESPONSE} RetryPossible`]],
    ['on-loan', [`${RESPONSE} RetryPossible`]],
    ['edition', [`${RESPONSE} RetryPossible`]],
    ['conditions', [`${RESPONSE} WillSupply`]],
    ['copy', [`${RESPONSE} CopyCompleted`]],
    ['withdraws', [`${RESPONSE} WillSupply`, 'StatusChange Cancelled']],
    ['disorder', ['StatusChange Loaned', `${RESPONSE} WillSupply`]],
    ['unfilled doubled', [`${RESPONSE} Unfilled`, `${RESPONSE} Unfilled`]],
  ])('[%s] answers %j', async (keywords, expected) => {
    const answer = await post(aRequest('r-1', `Emma [${keywords}]`));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<messageStatus>OK</messageStatus>');
    expect(await sent(expected.length)).toEqual(expected);
  });

  test('[error] refuses in the confirmation, [silent] sends no answer', async () => {
    expect(await (await post(aRequest('r-1', 'Emma [error]'))).text()).toContain(
      '<messageStatus>ERROR</messageStatus>',
    );
    expect(await (await post(aRequest('r-2', 'Emma [silent]'))).text()).toContain('<messageStatus>OK</messageStatus>');
    await post(aRequest('r-3', 'Emma [unfilled]'));
    expect(await sent(1)).toEqual([`${RESPONSE} Unfilled`]);
  });

  test('a whole loan: received, renewed, sent home, completed', async () => {
    await post(aRequest('r-1', 'Emma [lends-at-once]'));
    await sent(1);
    for (const [i, action] of ['Received', 'Renew', 'ShippedReturn'].entries()) {
      await post(anAction('r-1', action));
      await sent(1 + i);
    }
    expect(await sent(3)).toEqual([`${RESPONSE} Loaned`, 'RenewResponse Loaned Y', 'StatusChange LoanCompleted']);
    expect(concord.arrived[0]?.message.body).toMatchObject({
      statusInfo: { dueDate: expect.any(String) },
      deliveryInfo: { itemId: [expect.stringMatching(/^P\d{8}$/)] },
    });
  });

  test.each([
    ['recalls', 'Received', 'StatusChange Recalled'],
    ['overdue', 'Received', 'StatusChange Overdue'],
    ['holds', 'Received', 'Notification Loaned'],
    ['no-renewal', 'Renew', 'RenewResponse Loaned N'],
    ['damaged', 'ShippedReturn', 'Notification Loaned'],
    ['', 'Lost', 'StatusChange CompletedWithoutReturn'],
    ['', 'StatusRequest', 'StatusRequestResponse Loaned'],
    ['', 'Cancel', 'CancelResponse Loaned N'],
  ])('[%s] answers %s with %s', async (keyword, action, answer) => {
    await post(aRequest('r-1', `Emma [lends-at-once ${keyword}]`));
    await sent(1);
    await post(anAction('r-1', action));
    expect((await sent(2))[1]).toBe(answer);
  });

  test.each([
    ['waits', ['CancelResponse Cancelled Y']],
    ['waits no-cancel', ['CancelResponse WillSupply N', 'StatusChange Loaned']],
    ['waits crossing', ['StatusChange Loaned']],
  ])('[%s] answers a cancellation before shipping with %j', async (keywords, answers) => {
    await post(aRequest('r-1', `Emma [${keywords}]`));
    await sent(1);
    await post(anAction('r-1', 'Cancel'));
    expect((await sent(1 + answers.length)).slice(1)).toEqual(answers);
  });

  test('terms are accepted by a retry, conditions by a note, and so is a claim', async () => {
    await post(aRequest('r-1', 'Emma [cost]'));
    await sent(1);
    await post(aRequest('r-1', 'Emma [cost]', 'Retry'));
    expect(await sent(3)).toEqual([`${RESPONSE} RetryPossible`, `${RESPONSE} WillSupply`, 'StatusChange Loaned']);
    await post(aRequest('r-2', 'Emma [conditions]'));
    await sent(4);
    await post(anAction('r-2', 'Notification', '#ReShareLoanConditionAgreeResponse#'));
    expect((await sent(5))[4]).toBe('StatusChange Loaned');
    await post(aRequest('r-3', 'Emma [lends-at-once damaged]'));
    await sent(6);
    await post(anAction('r-3', 'ShippedReturn'));
    await sent(7);
    await post(anAction('r-3', 'Notification', 'We accept the claim'));
    expect((await sent(8))[7]).toBe('StatusChange LoanCompleted');
  });

  test('a repeated message is processed once; a message about an unknown request is an error', async () => {
    const at = new Date('2026-11-24T10:00:00Z');
    for (let time = 0; time < 2; time++) await post(aRequest('r-1', 'Emma [unfilled]', 'New', at));
    await post(aRequest('r-2', 'Emma [unfilled]'));
    expect(await sent(2)).toHaveLength(2);
    expect(
      concord.arrived.map(({ message }) => 'header' in message.body && message.body.header.requestingAgencyRequestId),
    ).toEqual(['r-1', 'r-2']);
    expect(await (await post(anAction('r-9', 'Received'))).text()).toContain('UnrecognisedDataValue');
    const nothing = await fetch(partner.iso, { method: 'POST', body: 'hello' });
    expect([nothing.status, await nothing.text()]).toEqual([200, expect.stringContaining('BadlyFormedMessage')]);
  });

  test('the copy can be downloaded from the address in the message', async () => {
    await post(aRequest('r-1', 'Emma [copy]'));
    await sent(1);
    const body = concord.arrived[0]?.xml ?? '';
    const url = /http:[^\s<]+\.pdf/.exec(body)?.[0] ?? '';
    const copy = await fetch(url);
    expect(copy.headers.get('content-type')).toBe('application/pdf');
    expect((await copy.text()).startsWith('%PDF-1.4')).toBe(true);
  });

  test('requests without the required credentials are refused', async () => {
    await start({ demands: { user: 'concord', password: 'p' } });
    expect((await post(aRequest('r-1', 'Emma'))).status).toBe(401);
    const authorization = `Basic ${Buffer.from('concord:p').toString('base64')}`;
    expect((await post(aRequest('r-1', 'Emma'), { authorization })).status).toBe(200);
  });
});

describe('as requester', () => {
  const hears = (requestId: string, status: string, more: object = {}) => {
    const [first] = concord.arrived;
    const header = first && 'header' in first.message.body ? first.message.body.header : undefined;
    const { supplyingAgencyId, requestingAgencyId } = header ?? {};
    const body = {
      header: {
        supplyingAgencyId,
        requestingAgencyId,
        timestamp: new Date().toISOString(),
        requestingAgencyRequestId: requestId,
      },
      messageInfo: { reasonForMessage: 'StatusChange' },
      statusInfo: { status, lastChange: new Date().toISOString() },
      ...more,
    };
    return post({ kind: 'supplyingAgencyMessage', body } as IsoMessage);
  };

  test('sends requests from a form or from JSON, and plays receipt and return', async () => {
    const asked = await fetch(`${partner.base}/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Emma', isbn: '9780141439549' }),
    });
    const { requestId } = (await asked.json()) as { requestId: string };
    await sent(1);
    await hears(requestId, 'Loaned');
    expect(await sent(3)).toEqual(['request New', 'Received', 'ShippedReturn']);
    const form = new URLSearchParams({ title: 'Persuasion', author: '', needBy: '' });
    const byForm = await fetch(`${partner.base}/ask`, { method: 'POST', body: form, redirect: 'manual' });
    expect(byForm.status).toBe(303);
    expect((await sent(4))[3]).toBe('request New');
    expect(partner.askings().map(({ plays }) => plays)).toEqual([true, false]);
  });

  test('agrees to terms and to conditions in automatic mode', async () => {
    const { requestId } = partner.ask({ title: 'Emma' }, true);
    await sent(1);
    await hears(requestId, 'RetryPossible');
    expect((await sent(2))[1]).toBe('request Retry');
    const delivery = { dateSent: new Date().toISOString(), loanCondition: [{ value: 'LibraryUseOnly' }] };
    await hears(requestId, 'WillSupply', { deliveryInfo: delivery });
    expect((await sent(3))[2]).toBe('Notification');
  });

  test('a button sends its message and no other', async () => {
    const { requestId } = partner.ask({ title: 'Emma' }, false);
    await sent(1);
    const press = (action: string, id = requestId, headers = {}) =>
      fetch(`${partner.base}/say`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ role: 'requester', id, action }),
        redirect: 'manual',
      });
    expect((await press('Cancel')).status).toBe(303);
    expect((await sent(2))[1]).toBe('Cancel');
    expect((await press('Dance')).status).toBe(400);
    expect((await press('Cancel', 'nobody')).status).toBe(404);
    expect((await press('Cancel', requestId, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await hears('nobody', 'Loaned')).status).toBe(200);
  });

  test('signs in by HTTP Basic or within its request, as configured', async () => {
    await start({
      edition: '2021',
      signsIn: { basic: { user: 'prt_1', password: 'p' }, account: { accountId: 'prt_1', securityCode: 'c' } },
    });
    partner.ask({ title: 'Emma' }, false);
    await sent(1);
    expect(concord.arrived[0]).toMatchObject({
      authorization: `Basic ${Buffer.from('prt_1:p').toString('base64')}`,
      xml: expect.stringContaining('ill:version="2021-2"'),
      message: { body: { header: { requestingAgencyAuthentication: { accountId: 'prt_1', securityCode: 'c' } } } },
    });
  });
});

test('its page shows all data, and never as markup', async () => {
  await post(aRequest('r-1', '<script>alert(1)</script> [unfilled]'));
  partner.ask({ title: '"><img src=x>' }, false);
  await sent(2);
  const page = await (await fetch(partner.base)).text();
  expect(page).not.toMatch(/<script>alert|<img/);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain('cannot supply: NotOnShelf');
  const state = (await (await fetch(`${partner.base}/state`)).json()) as { messages: unknown[] };
  expect(state.messages).toHaveLength(3);
});

test('it accepts facts by webhook and shows them', async () => {
  const fact = { method: 'POST', headers: { 'webhook-id': 'itm_1:8:0' }, body: '{"type":"item-checked-out"}' };
  expect((await fetch(`${partner.base}/webhooks`, fact)).status).toBe(204);
  expect(await (await fetch(partner.base)).text()).toContain('item-checked-out</td><td>itm_1:8:0');
});

test('when its message cannot be delivered it retries and reports that', async () => {
  await start({ concord: 'http://127.0.0.1:9/', secondMs: 1 });
  const asking = partner.ask({ title: 'Emma' }, false);
  await asking.sent;
  expect(partner.messages()).toMatchObject([
    { direction: 'out', answer: expect.stringMatching(/^not delivered \(3\)/) },
  ]);
});
