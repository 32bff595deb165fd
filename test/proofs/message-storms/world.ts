import type { SQSRecord } from 'aws-lambda';
import { keys as membershipKeys } from '../../../functions/membership/data/keys.ts';
import { handler as relay } from '../../../functions/outbox/consumers/relay-changes/handler.ts';
import { handler as advanceRequest } from '../../../functions/resource-sharing/consumers/advance-request/handler.ts';
import { handler as awaitEvent } from '../../../functions/resource-sharing/consumers/await-event/handler.ts';
import { handler as followItem } from '../../../functions/resource-sharing/consumers/follow-item/handler.ts';
import { handler as processPartnerMessages } from '../../../functions/resource-sharing/consumers/process-partner-messages/handler.ts';
import { loanRequestStore } from '../../../functions/resource-sharing/data/loan-request-store.ts';
import { defaultSharingPolicy } from '../../../functions/resource-sharing/domain/sharing-policy.ts';
import { TIMERS_IN_DEMO, type TimerPolicy } from '../../../functions/resource-sharing/domain/workflow/timers.ts';
import { handler as receiveMessage } from '../../../functions/resource-sharing/operations/receive-message/handler.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { countingIds } from '../../../layers/platform/runtime/ids.ts';
import { type Runtime, systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy } from '../../builders/lending.ts';
import { outsideLoans } from '../../builders/outside-loans.ts';
import { aPartner, aPartnerServer, withSymbols } from '../../builders/partners.ts';
import { aRule } from '../../builders/policies.ts';
import { type Fault, withFault } from '../crash-points/faults.ts';
import { type Execution, type Services, services } from './services.ts';
import { openStream } from './stream.ts';
import type { Tried } from './tried.ts';

const START = Date.parse('2026-03-02T11:00:00.000Z');
const lambda = { awsRequestId: 'lambda-1' };
/** A queue redelivers a message after six times its function's time-out. */
const AGAIN_MS = 360_000;

/** The charges of the library outside for a loan, a copy and a lost book, in minor units. */
export const FEES = { loan: 500, copy: 150, replacement: 4000 } as const;

/** Half an hour for an answer, ten times the demo's: most storms end before it expires. */
const TIMERS: TimerPolicy = {
  answerMinutes: { normal: 30, rush: 20, express: 10 },
  waitMinutes: {
    ...TIMERS_IN_DEMO.waitMinutes,
    'source-by': 10,
    'cancel-answer-by': 20,
    'ship-by': 100,
    'terms-by': 50,
  },
};

type Server = Awaited<ReturnType<typeof aPartnerServer>>;
/** A library outside: its credentials, and its server. */
export type Outside = Awaited<ReturnType<typeof aPartner>> & { server: Server };
/** A message of a partner, as sent to the endpoint. */
export type Letter = { partner: number; xml: string };

const policiesOf = async (table: Table): Promise<void> => {
  const onRequest = aRule({
    id: 'on-request',
    setBy: 'ash',
    when: { itemOwner: 'ash' },
    values: { requestOnly: true },
  });
  await aConsortium(table, [onRequest]);
  const body = {
    ...{ ...defaultSharingPolicy, timers: TIMERS, answerInOpenHours: false },
    ...{ loanFees: [{ fee: FEES.loan }], copyFees: [{ fee: FEES.copy }], replacementFee: FEES.replacement },
  };
  const at = new Date(START).toISOString();
  const adopted = { effectiveFrom: '2026-01-01T00:00:00.000Z', decisionReference: 'D-2', adoptedBy: 'staff:root' };
  await policyStore(table).adopt({ kind: 'resource-sharing', ...adopted, body }, () => ({
    ...{ subject: 'policy:resource-sharing', at, auditId: 'aud_1', by: 'test', did: 'adopted', detail: {} },
  }));
  for (const memberId of ['ash', 'cedar']) {
    const member = { memberId, name: memberId, type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: true };
    await table.write([
      { put: { ...membershipKeys.key('member', member), ...stamp('member', 1), ...member, createdAt: at } },
    ]);
  }
  await withSymbols(table, 'consortium', 'ash', 'cedar');
};

/** Two servers of libraries outside, for any number of storms. */
export const twoServers = (): Promise<Server[]> => Promise.all([aPartnerServer(), aPartnerServer()]);

const records = (bodies: readonly string[]) => ({
  Records: bodies.map((body, i) => ({ messageId: `m${i}`, body }) as SQSRecord),
});

/** The handlers without human callers, with the world's clock. */
const workersOf = (runtime: Runtime) => ({
  relay: relay.using(runtime),
  advance: advanceRequest.using(runtime),
  wait: awaitEvent.using(runtime),
  carry: processPartnerMessages.using(runtime),
  follow: followItem.using(runtime),
  endpoint: receiveMessage.using(runtime),
});

type Working = { around: Services; workers: ReturnType<typeof workersOf>; now: () => number; faults: string[] };

/** A round of an execution as run by the state machine; `twice`: two workers run its first task concurrently. */
const roundOf = async ({ workers, now }: Working, one: Execution, token: string, twice: boolean): Promise<void> => {
  const { requestId, rounds, since } = one;
  const input = { requestId, rounds, ...(since !== undefined && { since }) };
  const [round] = await Promise.all([
    workers.advance(input, lambda),
    ...(twice ? [workers.advance(input, lambda)] : []),
  ]);
  if (round === undefined) return;
  const { since: began = now() } = round;
  Object.assign(one, { rounds: round.rounds, since: began, due: false });
  if (round.next === 'end') one.ended = true;
  else {
    Object.assign(one, { token, v: round.v, until: now() + round.seconds * 1000 });
    await workers.wait({ requestId, v: round.v, token }, lambda);
  }
};

const machineOf = (working: Working) => {
  let tokens = 0;
  return async (twice = false): Promise<void> => {
    const { around, now } = working;
    for (const one of around.executions) {
      if (one.ended || !(one.due || (one.until !== undefined && one.until <= now()))) continue;
      tokens += 1;
      await roundOf(working, one, `token-${tokens}`, twice);
    }
  };
};

/** How a batch of messages is processed: by one worker, by two concurrently, or by one whose n-th call of the table fails. */
export type Carrying = { how: 'once' | 'twice' } | { how: Fault; at: number };

const postOf =
  ({ around, workers, now, faults }: Working) =>
  async (carrying: Carrying): Promise<void> => {
    const bodies = around.take('partner-messages');
    if (bodies.length === 0) return;
    const work = () => workers.carry(records(bodies), lambda);
    const back = (some: readonly string[]): void => {
      for (const body of some) around.queue('partner-messages').push({ body, visibleAt: now() + AGAIN_MS });
    };
    if ('at' in carrying) {
      const { result } = await withFault({ at: carrying.at, how: carrying.how }, work);
      // A dead worker reports no results.
      if (result === undefined || carrying.how === 'dies') return back(bodies);
      return back(result.batchItemFailures.map(({ itemIdentifier }) => bodies[Number(itemIdentifier.slice(1))] ?? ''));
    }
    const results = await Promise.all(carrying.how === 'twice' ? [work(), work()] : [work()]);
    const failed = results.flatMap(({ batchItemFailures }) => batchItemFailures);
    back([...new Set(failed.map(({ itemIdentifier }) => bodies[Number(itemIdentifier.slice(1))] ?? ''))]);
    if (failed.length > 0 && carrying.how === 'once') faults.push('mail failed though nothing went wrong');
  };

const applyEvents =
  ({ around, workers, now }: Working) =>
  async (): Promise<void> => {
    const bodies = around.take('loan-events');
    if (bodies.length === 0) return;
    const { batchItemFailures } = await workers.follow(records(bodies), lambda);
    for (const { itemIdentifier } of batchItemFailures) {
      const body = bodies[Number(itemIdentifier.slice(1))];
      if (body) around.queue('loan-events').push({ body, visibleAt: now() + AGAIN_MS });
    }
  };

/** Three requests of cedar's patrons: two that go outside, one that goes to ash first. */
const placedIn = async (table: Table, now: () => number, partners: readonly Outside[], around: Services) => {
  const copy = await aCopy(table, { branchId: 'ash.main' });
  const other = await aCopy(table, { branchId: 'ash.main' });
  const patrons = [await aBorrower(table), await aBorrower(table)];
  const outside = outsideLoans(() => new Date(now()).toISOString());
  const entry = (member: string, itemId?: string) => ({
    ...{ member, score: 500, points: 500, factors: [], ...(itemId !== undefined && { itemId }) },
  });
  const [one, two] = partners.map(({ partnerId }) => partnerId) as [string, string];
  const [first, second] = patrons.map(({ patronId }) => patronId) as [string, string];
  const inHouse = { kind: 'consortium-loan' as const, recordId: copy.recordId ?? '' };
  const requests = [
    await outside.wanted(first, { rota: [entry(one), entry(two)] }),
    await outside.wanted(second, { rota: [entry(two), entry(one)], service: 'copy-or-loan' }),
    await outside.wanted(first, { ...inHouse, rota: [entry('ash', copy.itemId), entry(one)] }),
  ];
  for (const requestId of requests)
    around.executions.push({ requestId, name: requestId, rounds: 0, due: true, ended: false });
  return { copy, other, patrons, requests };
};

/** A defect that storms must detect: rows are written without conditions, requests have no key, or the workflow is never woken. */
export type Defect = 'conditions' | 'keys' | 'wakes';

/** A table with two members, two libraries outside and three requests, and all its workers. */
export const newWorld = async (servers: readonly Server[], without?: Defect) => {
  let at = START;
  const now = () => at;
  const around = services(now, { wakes: without !== 'wakes' });
  const table = await aTable();
  const stream = openStream(table.name);
  await policiesOf(table);
  const partners: Outside[] = [];
  for (const server of servers) {
    server.posted.length = 0;
    partners.push({ ...(await aPartner(table, { address: server.address })), server });
  }
  const runtime: Runtime = { ...systemRuntime(), clock: { now }, ids: countingIds() };
  const workers = workersOf(runtime);
  const faults: string[] = [];
  const working = { around, workers, now, faults };
  const placed = await placedIn(table, now, partners, around);
  return {
    ...{ table, runtime, around, partners, faults, ...placed },
    /** Whether clients send an Idempotency-Key. */
    sendsKeys: without !== 'keys',
    now,
    instant: () => new Date(at).toISOString(),
    pass: (seconds: number) => {
      at += Math.max(0, Math.round(seconds * 1000));
    },
    load: async (requestId: string) => (await loanRequestStore(table).load(requestId))?.request,
    /** All requests: those placed first, and those from partners since. */
    known: (): string[] => [...new Set(around.executions.map(({ requestId }) => requestId))],
    /** Processes the changes of the table since the last call. */
    relay: async (): Promise<void> => {
      const Records = stream.take();
      if (Records.length > 0) await workers.relay({ Records }, lambda);
    },
    close: stream.close,
    tick: machineOf(working),
    carry: postOf(working),
    follow: applyEvents(working),
    /** Sends a message to the endpoint. Returns whether it was confirmed. */
    bring: async ({ partner, xml }: Letter): Promise<boolean> => {
      const { partnerId, secret } = partners[partner] as Outside;
      const authorization = `Basic ${Buffer.from(`${partnerId}:${secret}`).toString('base64')}`;
      const headers = { 'content-type': 'application/xml', authorization };
      const { status, body } = await call(workers.endpoint, { rawBody: xml, headers });
      if (status >= 500) faults.push(`the door answered ${status}`);
      return status === 200 && String(body).includes('>OK<');
    },
    /** The confirmed messages, the messages in transit, and the calls by staff. */
    confirmed: [] as Letter[],
    brought: [] as Letter[],
    late: [] as Letter[],
    tried: [] as Tried[],
  };
};
export type World = Awaited<ReturnType<typeof newWorld>>;
