import { readSubscription } from './subscription.ts';

const usage = {
  t: 'usage',
  requestId: 'r1',
  lambdaRequestId: 'l1',
  at: '2026-11-24T10:00:00.000Z',
  operation: 'discovery-search',
  context: 'discovery',
  service: 'search',
  member: 'public-use',
  because: 'anonymous-public-use',
  status: 200,
  ms: 20,
  units: {
    writeUnits: 0,
    readUnits: 10,
    indexCalls: 1,
    searchMs: 12,
    transitions: 0,
    queueMessages: 0,
    objectPuts: 0,
    objectGets: 0,
    httpUnits: 1,
    bytesIn: 0,
    bytesOut: 5,
  },
};
// The line has an earlier format: counts added since are zero.
const countedSince = { signatures: 0, busEvents: 0, emails: 0, textSegments: 0 };
const bare = JSON.stringify(usage);
const payload = (messages: string[], over = {}) => ({
  messageType: 'DATA_MESSAGE',
  owner: '1',
  logGroup: '/concord/discovery',
  logStream: 's',
  subscriptionFilters: ['f'],
  logEvents: messages.map((message, at) => ({ id: `e${at}`, timestamp: at, message })),
  ...over,
});
const text =
  'REPORT RequestId: l1\tDuration: 20.1 ms\tBilled Duration: 21 ms\tMemory Size: 512 MB\tMax Memory Used: 80 MB\t\n';

describe('A log subscription', () => {
  it.each([
    ['bare', `${bare}\n`],
    ["after a text logger's prefix", `2026-11-24T10:00:00.000Z\tl1\tINFO\t${bare}\n`],
    [
      "inside a JSON logger's message",
      JSON.stringify({ timestamp: 'x', level: 'INFO', requestId: 'l1', message: usage }),
    ],
    ["as text inside a JSON logger's message", JSON.stringify({ timestamp: 'x', level: 'INFO', message: bare })],
  ])('finds the usage line %s', (_, message) => {
    const logBytes = Buffer.byteLength(message) + 26;
    expect(readSubscription(payload([message])).usage).toEqual([
      { ...usage, units: { ...usage.units, logBytes, ...countedSince } },
    ]);
  });

  it('finds reports and counts the bytes of all other lines', () => {
    const metrics = { durationMs: 1, billedDurationMs: 2, memorySizeMB: 128, maxMemoryUsedMB: 60 };
    const object = JSON.stringify({ time: 'x', type: 'platform.report', record: { requestId: 'l2', metrics } });
    const batch = readSubscription(payload([text, object, '{"t":"error"}', 'not { json']));
    expect(batch.reports.map(({ lambdaRequestId, billedMs, at }) => [lambdaRequestId, billedMs, at])).toEqual([
      ['l1', 21, '1970-01-01T00:00:00.000Z'],
      ['l2', 2, '1970-01-01T00:00:00.001Z'],
    ]);
    expect(batch.otherBytes).toBe(13 + 10 + 2 * 26);
    expect(batch.usage).toEqual([]);
  });

  it('counts the lines around an invocation for it, and as unattributed when its report is in another batch', () => {
    const [start, end] = ['START RequestId: l1 Version: 1', 'END RequestId: l1'];
    const whole = readSubscription(payload([start, end, text]));
    expect(whole.otherBytes).toBe(0);
    expect(whole.reports[0]?.logBytes).toBe(start.length + end.length + text.length + 3 * 26);
    expect(readSubscription(payload([start])).otherBytes).toBe(start.length + 26);
  });

  it('reports an invalid usage line, and continues', () => {
    const batch = readSubscription(payload([JSON.stringify({ ...usage, member: '' }), bare]));
    expect(batch.usage).toHaveLength(1);
    expect(batch.rejected).toEqual([{ eventId: 'e0', detail: expect.stringContaining('member') }]);
  });

  it('has the same batch id when it arrives again, and another for other lines', () => {
    expect(readSubscription(payload([bare])).batchId).toBe(readSubscription(payload([bare])).batchId);
    expect(readSubscription(payload([bare, bare])).batchId).not.toBe(readSubscription(payload([bare])).batchId);
  });

  it('counts a line once that occurs twice in it', () => {
    const event = { id: 'same', timestamp: 1, message: bare };
    expect(readSubscription(payload([], { logEvents: [event, event] })).usage).toHaveLength(1);
  });

  it('ignores a control message, and throws on an invalid payload', () => {
    expect(readSubscription(payload([bare], { messageType: 'CONTROL_MESSAGE' })).usage).toEqual([]);
    expect(() => readSubscription({ hello: 1 })).toThrow();
  });
});
