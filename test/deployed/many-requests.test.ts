import { DescribeExecutionCommand, ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';
import { firstPolicies } from '../../demo/policies.ts';
import { TIMERS_IN_DEMO, TIMERS_IN_LIFE } from '../../functions/resource-sharing/domain/workflow/timers.ts';
import { deployed } from '../builders/deployed.ts';
import { aBorrower, aCopy } from '../builders/lending.ts';
import { loanLibraries, mainBranch } from '../builders/loan-libraries.ts';

/** Requests in flight at once: 1,000 by `npm run prove:requests`, a fraction of them in `npm test`, which reports the number. */
const FULL = 1000;
// Under enforced IAM only the grants are tested: three requests are enough, without the minutes of waiting for time-outs.
const count = Number(process.env.CONCORD_REQUESTS ?? (process.env.CONCORD_AUTH === 'true' ? 3 : 16));
const endpoints = deployed();
const libraries = loanLibraries(endpoints);
const run = Date.now().toString(36);
const [home, near, far] = [`u${run}`, `v${run}`, `w${run}`];
const branch = mainBranch(home);

/** The expected outcome of a request, by its number. */
const FATES = ['lent and home again', 'declined once, then lent', 'cancelled', 'nobody answers'] as const;
type Fate = (typeof FATES)[number];
type Wanted = { requestId: string; fate: Fate; barcodes: Record<string, string> };

const side = async <T>(all: readonly T[], work: (one: T) => Promise<void>, atOnce = 12): Promise<void> => {
  const rest = [...all];
  const worker = async (): Promise<void> => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

const until = async <T>(look: () => Promise<T | undefined>, ms: number, what: string): Promise<T> => {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((go) => setTimeout(go, 500))) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`not within ${ms} ms: ${what}`);
};

/** The demo gives a supplier one minute for an express answer; here all requests are placed before the first is answered. */
const DEMO_MINUTES = TIMERS_IN_DEMO.answerMinutes.express;
const answerMinutes = Math.max(DEMO_MINUTES, Math.ceil(count / 80));
const patience = 240_000 + count * 1500 + 2 * answerMinutes * 60_000;

/** Sets longer answer times for suppliers in the policy: enough to place and answer all these requests. */
const adoptTime = async (admin: string): Promise<void> => {
  const first = firstPolicies('2026-01-01T00:00:00.000Z').find((policy) => policy.kind === 'resource-sharing');
  if (first?.kind !== 'resource-sharing') throw new Error('The demo has no policy of resource sharing.');
  const { waitMinutes } = TIMERS_IN_LIFE;
  const timers = { waitMinutes, answerMinutes: { ...TIMERS_IN_LIFE.answerMinutes, express: answerMinutes } };
  const body = { ...first.body, timers };
  const listed = await libraries.callPatiently('GET', `/governance/policies?kind=${first.kind}`, { token: admin });
  const versions = listed.body.policies as { version: number }[];
  const follows = Math.max(0, ...versions.map(({ version }) => version));
  const input = { kind: first.kind, body, follows, decisionReference: 'A test of many requests' };
  const { status, body: refusal } = await libraries.callPatiently('POST', '/governance/policies', {
    token: admin,
    body: input,
  });
  if (status !== 201) throw new Error(`adopting: ${status} ${JSON.stringify(refusal)}`);
};

const askedAt = (requestId: string, before: readonly string[] = []) =>
  until(
    async () => {
      const { status, askId = '', supplierMember: member = '' } = await libraries.seen(home, requestId);
      return status.state === 'asked' && !before.includes(member) ? { askId, member } : undefined;
    },
    patience,
    `somebody asked for ${requestId}`,
  );

const place = async (number: number): Promise<Wanted> => {
  const first = await aCopy(libraries.table, { branchId: mainBranch(near), category: 'special-collection' });
  const { recordId = '' } = first;
  const on = { recordId, sourceId: `${far}:${recordId.slice(4)}` };
  const second = await aCopy(libraries.table, { branchId: mainBranch(far), category: 'special-collection', ...on });
  const { card } = await aBorrower(libraries.table, { homeMember: home, homeBranch: branch });
  const body = { recordId, pickupBranch: branch, patron: card, serviceLevel: 'express' };
  const { status, body: view } = await libraries.callPatiently('POST', '/resource-sharing/requests', {
    token: libraries.tokenOf(home),
    body,
  });
  if (status !== 201) throw new Error(`placing: ${status} ${JSON.stringify(view)}`);
  const barcodes = { [near]: first.barcode, [far]: second.barcode };
  return { requestId: String(view.requestId), fate: FATES[number % FATES.length] as Fate, barcodes };
};

/** Waits until all of many requests placed at once get the longer answer time: each container of the workflow caches policies. */
const untilInForce = (): Promise<true> =>
  until(
    async () => {
      const began = Date.now();
      const probes = await Promise.all(Array.from({ length: 12 }, () => place(0)));
      const views = await Promise.all(
        probes.map(async ({ requestId }) => {
          await askedAt(requestId);
          const view = await libraries.seen(home, requestId);
          await libraries.step(home, requestId, 'cancel', {});
          return view;
        }),
      );
      const least = began + (answerMinutes - 0.5) * 60_000;
      return views.every(({ answerBy = '' }) => Date.parse(answerBy) > least) ? true : undefined;
    },
    120_000,
    'the longer answer time in force',
  );

/** Answers for every supplier that should answer, before the request times out. Returns the supplier and the ask. */
const answer = async ({
  requestId,
  fate,
  barcodes,
}: Wanted): Promise<{ askId: string; member: string } | undefined> => {
  if (fate === 'nobody answers') return undefined;
  let { askId, member } = await askedAt(requestId);
  if (fate === 'cancelled') {
    expect(await libraries.step(home, requestId, 'cancel', {})).toBe('cancelled');
    return undefined;
  }
  if (fate === 'declined once, then lent') {
    const no = { askId, answer: 'unfilled', reason: 'NotOnShelf' };
    // The request may have timed out before: then the next supplier is asked already, as intended.
    expect(['unfilled', '409 ask-closed']).toContain(await libraries.step(member, requestId, 'answers', no));
    ({ askId, member } = await askedAt(requestId, [member]));
  }
  const barcode = barcodes[member] ?? '';
  expect(await libraries.step(member, requestId, 'ship', { askId, barcode })).toBe('shipped');
  return { askId, member };
};

/** Delivers what was shipped to its patron and returns it, by the staff of both libraries. */
const bringHome = async ({ requestId, barcodes }: Wanted, by: { askId: string; member: string }): Promise<void> => {
  const barcode = barcodes[by.member] ?? '';
  expect(await libraries.step(home, requestId, 'receive', { barcode })).toBe('received');
  expect(await libraries.step(home, requestId, 'lend', { barcode })).toBe('lent');
  expect(await libraries.step(home, requestId, 'return', { barcode })).toBe('returned-by-patron');
  expect(await libraries.step(home, requestId, 'send-home', {})).toBe('shipped-back');
  expect(await libraries.step(by.member, requestId, 'complete', { askId: by.askId, barcode })).toBe('completed');
};

const ends: Record<Fate, string> = {
  'lent and home again': 'completed',
  'declined once, then lent': 'completed',
  cancelled: 'cancelled',
  'nobody answers': 'end-of-rota',
};

const machine = new SFNClient({
  endpoint: endpoints.aws,
  region: endpoints.region,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

let machineArn = '';
const executionEnded = async (requestId: string): Promise<true | undefined> => {
  const executionArn = `${machineArn.replace(':stateMachine:', ':execution:')}:${requestId}`;
  const { status } = await machine.send(new DescribeExecutionCommand({ executionArn }));
  if (status === 'RUNNING') return undefined;
  if (status !== 'SUCCEEDED') throw new Error(`execution of ${requestId}: ${status}`);
  return true;
};

beforeAll(async () => {
  const { stateMachines = [] } = await machine.send(new ListStateMachinesCommand({}));
  machineArn = stateMachines.find(({ name }) => name?.endsWith('-loan-request'))?.stateMachineArn ?? '';
  const admin = await libraries.begin([home, near, far]);
  if (answerMinutes > DEMO_MINUTES) await adoptTime(admin).then(untilInForce);
}, 240_000);

test(
  `${count} concurrent requests end correctly, and so do their executions (I10)`,
  async () => {
    console.info(`${count} requests, ${(FULL / count).toFixed(1)} times fewer than npm run prove:requests.`);
    const wanted: Wanted[] = [];
    const began = Date.now();
    await side(
      Array.from({ length: count }, (_, number) => number),
      async (number) => {
        wanted.push(await place(number));
      },
    );
    console.info(`placed in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    const lent: [Wanted, { askId: string; member: string }][] = [];
    await side(wanted, async (one) => {
      const by = await answer(one);
      if (by !== undefined) lent.push([one, by]);
    });
    console.info(`answered in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    await side(lent, ([one, by]) => bringHome(one, by));
    console.info(`worked off in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    await side(wanted, async ({ requestId, fate }) => {
      const state = await until(
        async () => {
          const { status } = await libraries.seen(home, requestId);
          return ['completed', 'cancelled', 'end-of-rota'].includes(status.state) ? status.state : undefined;
        },
        patience,
        `${requestId} (${fate}) ended`,
      );
      expect(`${fate}: ${state}`).toBe(`${fate}: ${ends[fate]}`);
      await until(() => executionEnded(requestId), patience, `the execution of ${requestId} ended`);
    });
    console.info(`all ended in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  },
  600_000 + count * 6000,
);
