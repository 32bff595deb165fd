import type { SQSRecord } from 'aws-lambda';
import { handler as targetHolds } from '../../../functions/circulation/consumers/target-holds/handler.ts';
import { consumers } from '../../../functions/consumers.ts';
import { operations } from '../../../functions/operations.ts';
import { handler as relayFacts } from '../../../functions/outbox/consumers/relay-changes/handler.ts';
import { handler as followItem } from '../../../functions/resource-sharing/consumers/follow-item/handler.ts';
import { type Answered, type Call, call } from '../../builders/call.ts';
import { dropTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { streamRecord } from '../../builders/stream-events.ts';
import { changes, type Fault, faults, type ServiceCall, withFault } from './faults.ts';
import { recount } from './recount.ts';
import type { Asking, Delivery, Scenario } from './scenario.ts';
import { AN_HOUR_LATER, aWorld, isAsking } from './through.ts';

/** When a client that must wait repeats its request: after the minute for which a dead worker holds its key. */
const MINUTES_LATER = 2;
/** When a queue redelivers a message: after six times the half minute of its function's time-out. */
const MESSAGE_MINUTES_LATER = 3;

type Row = Record<string, unknown>;

/** The result of a run, with ids, instants and counters removed so that two runs can be compared. */
type Came = { answer: string; written: string[]; sent: string[]; wrong: string[] };

// Ids, card numbers and barcodes are new in each run; so are hashes, secrets, digests of ids, the codes in e-mails, and sessions.
const masked = (text: string): string =>
  text
    .replace(/01[0-9a-z]{24}/g, '*')
    .replace(/(CARDS-ENDING#[a-z-]+#)\d{4}/g, '$1#')
    .replace(/#\d"/g, '#shard"')
    .replace(/"requestId":"[^"]*"/g, '')
    .replace(/\beventId(\\*)":\1"[\w-]+/g, 'eventId')
    .replace(/\b[a-z]?m[mn][0-9a-z]{6}\b/g, 't')
    .replace(/"ey[\w-]+\.[\w.-]+"/g, '"token"')
    .replace(/("token":"|SHARED-LIST#)[\w-]{43}(?=")/g, '$1*')
    .replace(/\b[23][0-9a-z]{13}\b/g, '#')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T')
    .replace(/\b\d{8}\b/g, '#')
    .replace(/\b1\d{9,12}\b/g, 'N');

// The number of sends is not an effect, a dying worker causes one more; digests and packed bodies contain ids.
const unsaid: readonly string[] = [
  ...['v', 'keys', 'pinHash', 'codeHash', 'secretHash', 'secret', 'attemptsOf', 'pk', 'sk', 'facts', 'session'],
  ...['attempts', 'digest', 'hash', 'body', 'placedWith'],
];

// A message delivered minutes later is processed minutes later: durations differ, counts do not.
const isTime = ({ entity }: Row, name: string): boolean => entity === 'loanReport' && /(?:Minutes|\d)$/.test(name);

// A worker that dies before it sends a code leaves it unused, and the repetition makes another; one that dies after it counted an attempt
// at a code makes the repetition count another.
const isCountOfCodes = ({ entity }: Row, name: string): boolean =>
  entity === 'pinCode' && ['codes', 'sent', 'changes', 'tries'].includes(name);

// The ends of the ids of holds, which are new in each run.
const isOrderOfHolds = ({ entity }: Row, name: string): boolean => entity === 'queueCounters' && name === 'order';

const isComparable = (row: Row, name: string): boolean =>
  !unsaid.includes(name) &&
  !/^gsi\dsk$/.test(name) &&
  !isTime(row, name) &&
  !isCountOfCodes(row, name) &&
  !isOrderOfHolds(row, name);

const rowText = (row: Row): string => {
  const own = Object.entries(row).filter(([name]) => isComparable(row, name));
  return masked(JSON.stringify(Object.fromEntries(own.toSorted(([a], [b]) => (a < b ? -1 : 1)))));
};

const place = ({ pk, sk }: Row): string => `${pk}\n${sk}`;

// Stored answers by key are not effects of a request; a wrong PIN is counted before it is checked, and a partner's
// message outside its write, because both only limit abuse.
const countless = ['request', 'attemptPair', 'attemptCount', 'attemptSalt', 'partnerDay'];

/** The changes between two reads of the whole table. */
const written = (before: readonly Row[], after: readonly Row[]): string[] => {
  const [was, is] = [before, after].map((rows) => new Map(rows.map((row) => [place(row), rowText(row)])));
  const gone = before.filter((row) => !is?.has(place(row))).map((row) => `gone ${rowText(row)}`);
  const other = after.filter((row) => !countless.includes(String(row.entity)) && was?.get(place(row)) !== rowText(row));
  return [...gone, ...other.map(rowText)].sort();
};

/** The sent messages, each once: queues, the bus and the workflow get repetitions anyway. */
const sent = (calls: readonly ServiceCall[]): string[] => {
  const inputs = calls.filter(({ command }) =>
    /SendMessage|PutEvents|SendEmail|StartExecution|SendTaskSuccess/.test(command),
  );
  const messages = inputs.flatMap(({ input }) =>
    Array.isArray(input.Entries)
      ? input.Entries.map((entry) => JSON.stringify({ ...entry, Id: '' }))
      : [JSON.stringify(input)],
  );
  return [...new Set(messages.map(masked))].sort();
};

const shown = ({ status, body }: Answered): string => masked(JSON.stringify({ status, body }));

const later = (when: string, minutes = MINUTES_LATER): string =>
  new Date(Date.parse(when) + minutes * 60_000).toISOString();

type Tried = { answer: string; calls: ServiceCall[]; first: ServiceCall[] };
type Wrong = { at: number; how: Fault } | undefined;

/**
 * A client calls once, then repeats the call, at once and minutes later, until it gets a final answer. A second answer must equal
 * the first.
 */
const ask = async (
  { handler, when = AN_HOUR_LATER }: Asking,
  request: Call,
  wrong: Wrong,
  times: number,
): Promise<Tried> => {
  const keyed = { ...request, headers: { ...request.headers, 'idempotency-key': 'one-act' } };
  const first = await withFault(wrong, () => call(handler.using(at(when)), keyed));
  if (wrong === undefined && times === 1) {
    return { answer: first.result ? shown(first.result) : 'threw', calls: first.calls, first: first.calls };
  }
  const soon = await withFault(undefined, () => call(handler.using(at(when)), keyed));
  // Without a key a client that has an answer does not repeat the call: it would be another act.
  const answeredSoon = handler.contract.idempotency === 'none' && (soon.result?.status ?? 500) < 300;
  const late = answeredSoon
    ? { result: undefined, calls: [] }
    : await withFault(undefined, () => call(handler.using(at(later(when))), keyed));
  const answers = [soon.result, late.result].flatMap((one) => (one && one.status < 300 ? [shown(one)] : []));
  const answer = [...new Set(answers)].join(' and then ') || (late.result ? shown(late.result) : 'threw');
  return { answer, calls: [...first.calls, ...soon.calls, ...late.calls], first: first.calls };
};

/** A message is delivered until the consumer accepts it: again minutes later after a failure. */
const deliver = async (
  { worker, when = AN_HOUR_LATER, minutesLater = MESSAGE_MINUTES_LATER }: Delivery,
  event: unknown,
  wrong: Wrong,
  times: number,
): Promise<Tried> => {
  const on = (instant: string) => () => worker.using(at(instant))(event as never, { awsRequestId: 'lambda-1' });
  const first = await withFault(wrong, on(when));
  const again =
    wrong === undefined && times === 1 ? { calls: [] } : await withFault(undefined, on(later(when, minutesLater)));
  const answer = first.result === undefined && wrong === undefined ? 'threw' : 'taken';
  return { answer, calls: [...first.calls, ...again.calls], first: first.calls };
};

const messagesTo = (calls: readonly ServiceCall[], queue: string): { Records: SQSRecord[] }[] =>
  calls
    .filter(({ input }) => input.QueueUrl === queue)
    .map(({ input }) => ({
      Records: (input.Entries as { MessageBody: string }[]).map(
        ({ MessageBody: body }, i) => ({ messageId: `m${i}`, body }) as SQSRecord,
      ),
    }));

/** Passes changes of holds and loan requests from the stream to the consumers. Returns the notifications of workflows. */
const settle = async (before: readonly Row[], after: readonly Row[]): Promise<ServiceCall[]> => {
  const was = new Map(before.map((row) => [place(row), row]));
  const rows = after.filter(({ entity }) => entity === 'hold' || entity === 'loanRequest');
  if (rows.length === 0) return [];
  const runtime = at(AN_HOUR_LATER);
  const Records = rows.map((row) => streamRecord(was.get(place(row)), row));
  const { calls } = await withFault(undefined, () => relayFacts.using(runtime)({ Records }, { awsRequestId: 'relay' }));
  for (const event of messagesTo(calls, 'hold-work')) await targetHolds.using(runtime)(event, { awsRequestId: 'work' });
  const { calls: followed } = await withFault(undefined, async () => {
    for (const event of messagesTo(calls, 'loan-events'))
      await followItem.using(runtime)(event, { awsRequestId: 'news' });
  });
  return followed;
};

const once = async (scenario: Scenario, wrong: Wrong, times = 1): Promise<Came & { calls: ServiceCall[] }> => {
  const table = await aWorld();
  const given = await scenario.prepare(table);
  const before = await scanAll(table.name);
  const tried = isAsking(scenario)
    ? await ask(scenario, given as Call, wrong, times)
    : await deliver(scenario, given, wrong, times);
  const settled = isAsking(scenario) && scenario.settles ? await settle(before, await scanAll(table.name)) : [];
  const after = await scanAll(table.name);
  await dropTable(table.name);
  const { answer, calls, first } = tried;
  return {
    answer,
    written: written(before, after),
    sent: sent([...calls, ...settled]),
    wrong: recount(after),
    calls: first,
  };
};

/** Whether a repetition must change nothing: a repeated request has its key, a consumer repeats nothing. */
const keepsKey = (scenario: Scenario): boolean =>
  !isAsking(scenario) || scenario.handler.contract.idempotency !== 'none';

/** One point at which a worker failed, and the faults after its client's repetition. */
export type Failure = { function: string; what: string; at: number; call: string; how: Fault; wrong: string[] };
export type Crashed = { points: number; of: number; failures: Failure[] };

const differences = (clean: readonly string[], came: readonly string[]): string[] => [
  ...clean.filter((one) => !came.includes(one)).map((one) => `missing: ${one}`),
  ...came.filter((one) => !clean.includes(one)).map((one) => `too much: ${one}`),
  ...(new Set(came).size === new Set(clean).size && came.length !== clean.length ? ['not as often'] : []),
];

const faultsOf = (came: Came, allowed: readonly Came[], answers: boolean): string[] => {
  const each = allowed.map((clean) => [
    ...(answers && clean.answer !== came.answer ? [`answered ${came.answer} instead of ${clean.answer}`] : []),
    ...differences(clean.written, came.written),
    ...differences(clean.sent, came.sent),
  ]);
  const best = each.toSorted((one, other) => one.length - other.length)[0] ?? [];
  return [...came.wrong, ...best];
};

type Point = { at: number; how: Fault };

/** The maximum number of refused reads in a scenario, evenly spread. */
const READS = 30;

const spread = <T>(all: readonly T[], most: number): T[] =>
  all.length <= most ? [...all] : all.filter((_, i) => i % Math.ceil(all.length / most) === 0);

// A worker that dies at a read is one that died at the previous call: reads are only refused.
const pointsOf = (calls: readonly ServiceCall[]): Point[] => {
  const numbered = calls.map((made, i) => ({ at: i + 1, made }));
  const reads = numbered.filter(({ made }) => !changes(made));
  const writes = numbered.filter(({ made }) => changes(made));
  return [
    ...spread(reads, READS).map(({ at: n }) => ({ at: n, how: 'refused' as const })),
    ...writes.flatMap(({ at: n }) => faults.map((how) => ({ at: n, how }))),
  ];
};

const sizeOf = ({ input }: ServiceCall): number =>
  Array.isArray(input.TransactItems) ? input.TransactItems.length : 1;

/** The most significant point: the worker dies after its largest write. */
const hardest = (calls: readonly ServiceCall[]): Point[] => {
  const writes = calls.flatMap((made, i) => (changes(made) ? [{ at: i + 1, size: sizeOf(made) }] : []));
  const [largest] = writes.toSorted((one, other) => other.size - one.size || other.at - one.at);
  return largest ? [{ at: largest.at, how: 'dies' }] : [];
};

/**
 * Runs one scenario completely, then again on new records for each of its service calls, with that call failing; its client
 * repeats the call like real clients. Compares the result with an undisturbed run (once, or without a key also twice): the
 * answer, all writes, all messages; and recounts the whole table. `sample` tries only the most significant point. Returns the
 * number of points tried, and of all points.
 */
export const crash = async (name: string, scenario: Scenario, sample = false): Promise<Crashed> => {
  const clean = await once(scenario, undefined);
  if (!/^(taken|\{"status":20)/.test(clean.answer)) throw new Error(`${name}, ${scenario.what}: ${clean.answer}`);
  if (clean.wrong.length > 0) throw new Error(`${name}, ${scenario.what}: ${clean.wrong.join('; ')}`);
  const keyed = keepsKey(scenario);
  const twice = keyed && sample ? clean : await once(scenario, undefined, 2);
  const orElse = isAsking(scenario) ? undefined : scenario.orElse;
  const unsure = orElse && !sample ? [await once({ ...scenario, prepare: orElse } as Scenario, undefined)] : [];
  const failures: Failure[] = [];
  const find = ({ at: n, how }: Point, came: Came): void => {
    const answers = isAsking(scenario) && scenario.again === undefined;
    const wrong = faultsOf(came, [...(keyed ? [clean] : [clean, twice]), ...unsure], answers);
    const { command = 'the whole run, twice' } = clean.calls[n - 1] ?? {};
    if (wrong.length > 0) failures.push({ function: name, what: scenario.what, at: n, call: command, how, wrong });
  };
  if (keyed) find({ at: 0, how: 'answer-lost' }, twice);
  const all = pointsOf(clean.calls);
  const tried = sample ? hardest(clean.calls) : all;
  for (const point of tried) find(point, await once(scenario, point));
  return { points: tried.length, of: all.length, failures };
};

const contexts: readonly string[] = ['circulation', 'discovery', 'patrons', 'resource-sharing'];
/** The functions that move money of a closed month: they write the table and the bucket. */
const beside: readonly string[] = ['finance-prepare-restatement', 'finance-approve-restatement'];

/** The functions that must be killed at every call, by id: all that write in these contexts, the additional ones, and every consumer. */
export const mustSurvive = (): string[] => [
  ...operations
    .filter(
      ({ id, context, touches }) => (contexts.includes(context) && touches.table === 'write') || beside.includes(id),
    )
    .map(({ id }) => id),
  ...consumers.map(({ id }) => id),
];
