import { usageLineSchema } from '../../kernel/usage/usage-line.ts';
import { attributeUsage, causedBy, causedByAll, count } from '../runtime/meter.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { consumer } from './consumer.ts';
import { work } from './work.ts';

const contract = consumer({
  id: 'outbox-relay-changes',
  context: 'circulation',
  service: 'circulation',
  summary: 'Relay facts',
  trigger: { by: 'stream', entities: ['item'] },
  touches: {},
  errorImpact: 'Notices are late.',
});
const runtime: Runtime = {
  clock: { now: () => Date.UTC(2026, 10, 24) },
  ids: { next: () => 'id', secret: () => 'secret' },
  environment: { need: () => 'x', maybe: () => undefined },
};
const nothing = { httpUnits: 0, bytesIn: 0, bytesOut: 0, logBytes: 0 };
const none = {
  indexCalls: 0,
  searchMs: 0,
  transitions: 0,
  objectPuts: 0,
  objectGets: 0,
  signatures: 0,
  busEvents: 0,
  emails: 0,
  textSegments: 0,
  ...nothing,
};

const whole = (line: Record<string, unknown>) => (line.t === 'usage' ? usageLineSchema.parse(line) : line);
let lines: Record<string, unknown>[];
beforeEach(() => {
  lines = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(whole(JSON.parse(line))));
});

const run = (what: () => Promise<void>) =>
  work<string, void, object>(contract, () => ({}), what).using(runtime)('event', { awsRequestId: 'lambda-1' });

describe('Background work', () => {
  it('logs one line with its use and the actor who caused it', async () => {
    await run(async () => {
      attributeUsage({ cause: 'riverton' });
      count({ writeUnits: 3 });
    });
    expect(lines).toEqual([
      {
        t: 'usage',
        requestId: 'lambda-1',
        lambdaRequestId: 'lambda-1',
        at: '2026-11-24T00:00:00.000Z',
        operation: 'outbox-relay-changes',
        context: 'circulation',
        service: 'circulation',
        member: 'riverton',
        because: 'caused-work-cause',
        evidence: { caller: 'work', cause: 'riverton' },
        status: 200,
        ms: 0,
        units: { writeUnits: 3, readUnits: 0, queueMessages: 0, ...none },
      },
    ]);
  });

  it('finding F4: counts the requests that took its messages from a queue, and those that delete them, by ten', async () => {
    const queued = consumer({ ...contract, trigger: { by: 'queue', queue: 'hold-work' } });
    const takes = (messages: number) =>
      work<object, void, object>(
        queued,
        () => ({}),
        async () => {},
      ).using(runtime)({ Records: Array.from({ length: messages }, () => ({})) }, { awsRequestId: 'lambda-1' });
    for (const messages of [1, 10, 11]) await takes(messages);
    const received = () =>
      lines
        .splice(0)
        .map(({ member, units }) => [member, (units as typeof none & { queueMessages: number }).queueMessages]);
    expect(received().map(([, requests]) => requests)).toEqual([2, 2, 4]);
    // Each cause bears its part: nothing of them is nobody's.
    const caused = work<object, void, object>(
      queued,
      () => ({}),
      async () => {
        for (const cause of ['riverton', 'calder']) await causedBy({ cause }, async () => count({ writeUnits: 1 }));
      },
    ).using(runtime);
    await caused({ Records: [{}, {}] }, { awsRequestId: 'lambda-1' });
    expect(received()).toEqual([
      ['riverton', 1],
      ['calder', 1],
    ]);
  });

  it('logs a line for each cause, with concurrent pieces separated, and one for the rest', async () => {
    await run(async () => {
      count({ readUnits: 0.5 });
      await Promise.all([
        causedBy({ cause: 'riverton' }, async () => count({ writeUnits: 1 })),
        causedBy({ cause: 'calder' }, async () => count({ writeUnits: 10 })),
        causedBy({ cause: 'riverton' }, async () => count({ queueMessages: 2 })),
      ]);
    });
    expect(lines.map(({ requestId, member, units }) => ({ requestId, member, units }))).toEqual([
      { requestId: 'lambda-1', member: 'riverton', units: { writeUnits: 1, readUnits: 0, queueMessages: 2, ...none } },
      { requestId: 'lambda-1.1', member: 'calder', units: { writeUnits: 10, readUnits: 0, queueMessages: 0, ...none } },
      {
        requestId: 'lambda-1.2',
        member: 'unattributed',
        units: { writeUnits: 0, readUnits: 0.5, queueMessages: 0, ...none },
      },
    ]);
  });

  it('shares work for a whole batch among its causes, in addition to their own pieces', async () => {
    await run(() =>
      causedByAll(['riverton', 'riverton', 'calder', undefined], async () => {
        count({ readUnits: 2, queueMessages: 1 });
        await causedBy({ cause: 'calder' }, async () => count({ writeUnits: 5 }));
      }),
    );
    const reported = lines.map(({ member, units }) => {
      const { writeUnits, readUnits, queueMessages } = units as Record<string, number>;
      return [member, writeUnits, readUnits, queueMessages];
    });
    expect(reported).toEqual([
      ['unattributed', 0, 0.5, 0],
      ['calder', 5, 0.5, 0],
      ['riverton', 0, 1, 1],
    ]);
  });

  it('of a batch without any work is still attributed to the actors of its messages', async () => {
    await run(() => causedByAll(['riverton'], async () => {}));
    expect(lines.map(({ member }) => member)).toEqual(['riverton']);
  });

  it('attributes work with too many concurrent causes to all', async () => {
    const causes = Array.from({ length: 41 }, (_, at) => `member-${at}`);
    await run(async () => {
      for (const cause of causes) await causedBy({ cause }, async () => count({ writeUnits: 1 }));
    });
    expect(lines.map(({ member, units }) => [member, units])).toEqual([
      ['consortium', { writeUnits: 41, readUnits: 0, queueMessages: 0, ...none }],
    ]);
  });

  it('logs a failure with the use until then, and reports it to the platform', async () => {
    const failing = run(async () => {
      count({ readUnits: 1 });
      throw new Error('no connection');
    });
    await expect(failing).rejects.toThrow('no connection');
    expect(lines).toEqual([
      expect.objectContaining({ t: 'error', doing: 'outbox-relay-changes', message: 'no connection' }),
      expect.objectContaining({ t: 'usage', status: 500 }),
    ]);
  });

  it('without a cause is unattributed unless it is for all', async () => {
    await run(async () => {});
    const scheduled = work<string, void, object>(
      { ...contract, trigger: { by: 'schedule', everyMinutes: 5 } },
      () => ({}),
      async () => {},
    );
    await scheduled.using(runtime)('event', { awsRequestId: 'lambda-2' });
    expect(lines.map(({ member, because }) => [member, because])).toEqual([
      ['unattributed', 'unexplained'],
      ['consortium', 'consortium-consortium'],
    ]);
  });

  it('runs with dependencies that its caller replaced, also on another runtime', async () => {
    const used: string[] = [];
    const worker = work(
      contract,
      () => ({ name: 'Ada' }),
      async (event: string, { name }) => void used.push(`${event} by ${name}`),
    );
    await worker.with({ name: 'Grace' }).using(runtime)('first', { awsRequestId: 'lambda-1' });
    await worker.using(runtime)('second', { awsRequestId: 'lambda-2' });
    expect(used).toEqual(['first by Grace', 'second by Ada']);
  });
});
