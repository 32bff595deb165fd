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

/** When a client asks again who was told to wait: beyond the minute for which a dead worker holds its key. */
const MINUTES_LATER = 2;
/** When a queue gives a message again: it holds it for six times the half minute that its function may run. */
const MESSAGE_MINUTES_LATER = 3;

type Row = Record<string, unknown>;

/** What a run came to, with ids, instants and counters taken out so that two runs can be held against each other. */
type Came = { answer: string; written: string[]; sent: string[]; wrong: string[] };

// Ids, card numbers and barcodes are made anew in each run; so are hashes, and the codes of an e-mail.
const masked = (text: string): string =>
  text
    .replace(/01[0-9a-z]{24}/g, '*')
    .replace(/#\d"/g, '#shard"')
    .replace(/"requestId":"[^"]*"/g, '')
    .replace(/\b[a-z]?m[mn][0-9a-z]{6}\b/g, 't')
    .replace(/"ey[\w-]+\.[\w.-]+"/g, '"token"')
    .replace(/\b[23][0-9a-z]{13}\b/g, '#')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T')
    .replace(/\b\d{8}\b/g, '#')
    .replace(/\b1\d{9,12}\b/g, 'N');

// How often a message was sent is no effect, a worker that dies has it sent once more; digests and packed bodies hold ids.
const unsaid: readonly string[] = [
  ...['v', 'keys', 'pinHash', 'codeHash', 'secretHash', 'pk', 'sk', 'facts'],
  ...['attempts', 'digest', 'hash', 'body'],
];

// Who is given a message minutes later does it minutes later: how long things took is another, not how often.
const isTime = ({ entity }: Row, name: string): boolean => entity === 'loanReport' && /(?:Minutes|\d)$/.test(name);

const rowText = (row: Row): string => {
  const own = Object.entries(row).filter(
    ([name]) => !unsaid.includes(name) && !/^gsi\dsk$/.test(name) && !isTime(row, name),
  );
  return masked(JSON.stringify(Object.fromEntries(own.toSorted(([a], [b]) => (a < b ? -1 : 1)))));
};

const place = ({ pk, sk }: Row): string => `${pk}\n${sk}`;

// What is kept of requests by their key is no effect of theirs; a wrong PIN is counted before it is looked at, a partner's
// message beside its write, since that only stems a flood.
const countless = ['request', 'signIn', 'partnerDay'];

/** What changed between two looks at the whole table. */
const written = (before: readonly Row[], after: readonly Row[]): string[] => {
  const [was, is] = [before, after].map((rows) => new Map(rows.map((row) => [place(row), rowText(row)])));
  const gone = before.filter((row) => !is?.has(place(row))).map((row) => `gone ${rowText(row)}`);
  const other = after.filter((row) => !countless.includes(String(row.entity)) && was?.get(place(row)) !== rowText(row));
  return [...gone, ...other.map(rowText)].sort();
};

/** What was sent, each message once: queues, the bus and the workflow are told more than once anyway. */
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

/** A client asks once; then again, at once and minutes later, until it hears an end. One that hears twice hears the same. */
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
  // Where no key is kept, whoever has heard does not ask once more: it would be another act.
  const answeredSoon = handler.contract.idempotency === 'none' && (soon.result?.status ?? 500) < 300;
  const late = answeredSoon
    ? { result: undefined, calls: [] }
    : await withFault(undefined, () => call(handler.using(at(later(when))), keyed));
  const answers = [soon.result, late.result].flatMap((one) => (one && one.status < 300 ? [shown(one)] : []));
  const answer = [...new Set(answers)].join(' and then ') || (late.result ? shown(late.result) : 'threw');
  return { answer, calls: [...first.calls, ...soon.calls, ...late.calls], first: first.calls };
};

/** A message is delivered until the consumer takes it: again minutes later where it failed. */
const deliver = async (
  { worker, when = AN_HOUR_LATER }: Delivery,
  event: unknown,
  wrong: Wrong,
  times: number,
): Promise<Tried> => {
  const on = (instant: string) => () => worker.using(at(instant))(event as never, { awsRequestId: 'lambda-1' });
  const first = await withFault(wrong, on(when));
  const again =
    wrong === undefined && times === 1
      ? { calls: [] }
      : await withFault(undefined, on(later(when, MESSAGE_MINUTES_LATER)));
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

/** The stream carries what became of holds and loan requests to the work that follows from it. Gives what workflows were told by it. */
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

/** Whether doing it again must change nothing: a repeated request is known by its key, a consumer repeats nothing. */
const keepsKey = (scenario: Scenario): boolean =>
  !isAsking(scenario) || scenario.handler.contract.idempotency !== 'none';

/** One point at which a worker failed, and what was wrong when its client had asked again. */
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

/** At most so many calls that only read are refused in a scenario, evenly spread. */
const READS = 30;

const spread = <T>(all: readonly T[], most: number): T[] =>
  all.length <= most ? [...all] : all.filter((_, i) => i % Math.ceil(all.length / most) === 0);

// A worker that dies at a call which only reads is one that died at the call before: those are only refused.
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

/** The one point that tells most: the worker dies when its largest write is done. */
const hardest = (calls: readonly ServiceCall[]): Point[] => {
  const writes = calls.flatMap((made, i) => (changes(made) ? [{ at: i + 1, size: sizeOf(made) }] : []));
  const [largest] = writes.toSorted((one, other) => other.size - one.size || other.at - one.at);
  return largest ? [{ at: largest.at, how: 'dies' }] : [];
};

/**
 * Runs one scenario through, then again on fresh records for each call of a service that it makes, with that call going
 * wrong; its client asks again as clients do. Holds what came of it against the run that nothing happened to (once, or
 * where no key is kept also twice): the answer, everything written, everything sent; and counts the whole table again.
 * `sample` tries the one point that tells most. Gives how many points were tried of how many there are.
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
/** Money of a closed month moves by these: they write the table and the bucket. */
const beside: readonly string[] = ['finance-prepare-restatement', 'finance-approve-restatement'];

/** The functions that are to be killed at every call, by id: what writes in these contexts, those beside, and every consumer. */
export const mustSurvive = (): string[] => [
  ...operations
    .filter(
      ({ id, context, touches }) => (contexts.includes(context) && touches.table === 'write') || beside.includes(id),
    )
    .map(({ id }) => id),
  ...consumers.map(({ id }) => id),
];
