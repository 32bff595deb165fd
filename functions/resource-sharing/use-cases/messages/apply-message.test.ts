import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import { readMessage } from '../../../../layers/protocols/iso18626/read-message.ts';
import { aLoanRequest, minutesLater, PARTNER } from '../../../../test/builders/loan-request.ts';
import { aSupplierXml } from '../../../../test/builders/partners.ts';
import type { InMessage } from '../../data/partner-message-rows.ts';
import type { MessagingDeps } from '../../deps.ts';
import { applyMessage } from './apply-message.ts';
import type { IncomingMessage } from './incoming-message.ts';

const at = minutesLater(5);
const row: InMessage = {
  ...{ messageId: 'm1', requestId: 'req-1', partnerId: PARTNER, at, member: 'ash', hash: 'h', version: '1.2', v: 1 },
  ...{ direction: 'in', state: 'to-decide', kind: 'supplyingAgencyMessage' },
};

test('after too many messages of a partner a request no longer changes: further messages are only logged', async () => {
  const ids = { supplier: 'XX-1', requester: 'US-ASH', number: 'req-1' };
  const read = readMessage(Buffer.from(aSupplierXml(ids, 'WillSupply')));
  if (!('message' in read)) throw new Error('unreadable');
  const asked = aLoanRequest().askingOutside().withRota(PARTNER).asked().build();
  const [ask] = asked.asks;
  const [step] = asked.history;
  if (!ask || !step) throw new Error('Nobody was asked.');
  const request = { ...asked, history: Array.from({ length: 1000 }, () => step) };
  const written: Write[][] = [];
  const save = jest.fn();
  const deps = {
    requests: { save },
    messages: {
      get: async () => undefined,
      write: async (writes: Write[]) => {
        written.push(writes);
        return true;
      },
    },
  } as unknown as MessagingDeps;
  const incoming: IncomingMessage = {
    row,
    message: read.message,
    stored: { request, counted: false },
    ask,
    partner: undefined,
    keepDays: 30,
  };
  expect(await applyMessage(deps, incoming, Date.parse(at))).toBe('done');
  expect(written).toMatchObject([[{ set: { state: 'refused', why: 'too-many-steps' } }]]);
  expect(save).not.toHaveBeenCalled();
});

test.each([
  ['outstanding after a try that nobody confirmed', 'to-send', 1, true],
  ['not sent yet', 'to-send', 0, false],
  ['confirmed', 'confirmed', 1, false],
])(
  'the first message of a supplier settles our request that is %s: %s after %i tries',
  async (_what, state, attempts, settles) => {
    const ids = { supplier: 'XX-1', requester: 'US-ASH', number: 'req-1' };
    const read = readMessage(Buffer.from(aSupplierXml(ids, 'RequestReceived')));
    const request = aLoanRequest().askingOutside().withRota(PARTNER).asked().build();
    const [ask] = request.asks;
    if (!('message' in read) || !ask) throw new Error('Nobody was asked.');
    const messageId = 'ask-1.requester.0001';
    const sent = { direction: 'out', state, attempts, requestId: 'req-1', at: ask.askedAt, messageId, v: 3 };
    const written: Write[][] = [];
    const messages = {
      get: async (place: { messageId: string; at: string }) =>
        place.messageId === messageId && place.at === ask.askedAt ? sent : undefined,
      write: async (writes: Write[]) => written.push(writes) > 0,
    };
    const deps = { messages } as unknown as MessagingDeps;
    const stored = { request, counted: false };
    const incoming: IncomingMessage = {
      ...{ row, message: read.message, stored, ask, partner: undefined, keepDays: 30 },
    };
    expect(await applyMessage(deps, incoming, Date.parse(at))).toBe('done');
    const [decided, settled] = written[0] ?? [];
    expect(decided).toMatchObject({ set: { state: 'noted', why: 'request-received' } });
    if (settles) expect(settled).toMatchObject({ set: { state: 'confirmed' }, when: expect.anything() });
    else expect(settled).toBeUndefined();
  },
);
