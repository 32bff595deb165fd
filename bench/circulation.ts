import { existsSync } from 'node:fs';
import { copyAt } from '../demo/holdings.ts';
import { patronByKey } from '../demo/patrons.ts';
import { handler as checkIn } from '../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../functions/circulation/operations/check-out/handler.ts';
import { handler as placeHold } from '../functions/circulation/operations/place-hold/handler.ts';
import { handler as renew } from '../functions/circulation/operations/renew/handler.ts';
import type { OperationHandler } from '../layers/platform/http/handle.ts';
import { endpointsSchema } from '../local/endpoints.ts';
import { readJson } from '../local/json-file.ts';
import { startPlaces } from '../local/places.ts';
import { type Call, call } from '../test/builders/call.ts';
import { demoOn } from '../test/builders/demo.ts';
import { aTable } from '../test/builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at } from '../test/builders/lending.ts';
import { staffAt } from '../test/builders/people.ts';
import { peers } from './peers.ts';
import { quantile } from './quantile.ts';
import { withDynamoDb } from './with-dynamodb.ts';

/** One kind of operation: CPU of this process and time of each; `perSecond` with the given number of parallel clients. Milliseconds. */
type Row = { operation: string; times: number; cpuMs: number; p50: number; p99: number; perSecond: number };

type Ask = () => Promise<number>;

const CLIENTS = 8;
const MONDAY = '2026-03-02T11:00:00.000Z';
const LATER = '2026-03-16T11:00:00.000Z';
const branchId = 'birch.east';
const actor = staffAt(branchId, 'desk');
const rounded = (ms: number): number => Math.round(ms * 100) / 100;

/** Runs half of the operations by one client, for times without waiting; the other half by several in parallel, for the throughput. */
const measure = async (operation: string, asks: readonly Ask[]): Promise<Row> => {
  const half = Math.ceil(asks.length / 2);
  const times: number[] = [];
  const answered = (status: number): void => {
    if (status >= 300) throw new Error(`${operation} answered ${status}.`);
  };
  const before = process.cpuUsage();
  for (const ask of asks.slice(0, half)) {
    const began = performance.now();
    answered(await ask());
    times.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(before);
  const rest = asks.slice(half);
  const began = performance.now();
  let next = 0;
  const client = async (): Promise<void> => {
    for (let ask = rest[next++]; ask !== undefined; ask = rest[next++]) answered(await ask());
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const seconds = (performance.now() - began) / 1000;
  return {
    ...{ operation, times: asks.length, cpuMs: rounded((user + system) / 1000 / half) },
    ...{ p50: rounded(quantile(times, 0.5)), p99: rounded(quantile(times, 0.99)) },
    perSecond: Math.round(rest.length / seconds),
  };
};

/** Measures handlers in process on DynamoDB Local: the whole request without gateway and network. */
const inProcess = (times: number): Promise<Row[]> =>
  withDynamoDb(async () => {
    const table = await aTable();
    await aConsortium(table);
    const asking = (handler: OperationHandler, instant: string) => {
      const on = handler.using(at(instant));
      return (request: Call): Ask =>
        async () =>
          (await call(on, request)).status;
    };
    const [out, back, hold] = [asking(checkOut, MONDAY), asking(checkIn, MONDAY), asking(placeHold, MONDAY)];
    const again = asking(renew, LATER);
    const all: { lend: Ask; extend: Ask; take: Ask; want: Ask }[] = [];
    for (let i = 0; i < times + CLIENTS; i += 1) {
      const [copy, patron, reader, wanted] = [
        await aCopy(table),
        await aBorrower(table),
        await aBorrower(table),
        await aCopy(table),
      ];
      const item = copy.barcode;
      all.push({
        lend: out({ actor, body: { branchId, item, patron: patron.card } }),
        extend: again({ actor, body: { branchId, item } }),
        take: back({ actor, body: { branchId, item } }),
        want: hold({ actor: reader.actor, body: { recordId: wanted.recordId, pickupBranch: branchId } }),
      });
    }
    // The first calls fill caches and warm up the code, as a container's first requests do.
    for (const { lend, extend, take, want } of all.splice(0, CLIENTS))
      for (const ask of [lend, extend, take, want]) await ask();
    return [
      await measure(
        'check out',
        all.map(({ lend }) => lend),
      ),
      await measure(
        'renew',
        all.map(({ extend }) => extend),
      ),
      await measure(
        'check in',
        all.map(({ take }) => take),
      ),
      await measure(
        'place a hold',
        all.map(({ want }) => want),
      ),
    ];
  });

/** Measures the API of the local instance, if one is running: one copy of the demo, checked out and in by turns. */
const deployedHere = async (times: number): Promise<Row[] | string> => {
  const file = startPlaces().endpoints;
  const endpoints = existsSync(file) ? readJson(file, endpointsSchema) : undefined;
  if (!endpoints) return 'No instance runs here (npm start); its API was not measured.';
  const demo = demoOn(endpoints);
  const { barcode: item } = copyAt('pedro-paramo-1955-book', 'lakeshore');
  const { card: patron } = patronByKey('castellano-lucia');
  const [here, as] = ['lakeshore.main', demo.at('desk', 'lakeshore.main')];
  const ask = async (path: string, body: object): Promise<number> =>
    (await demo.call('POST', `/circulation/${path}`, { as, body: { branchId: here, item, ...body } })).status;
  const taken: Record<'out' | 'in', number[]> = { out: [], in: [] };
  const timed = async (kind: 'out' | 'in', path: string, body: object): Promise<void> => {
    const began = performance.now();
    const status = await ask(path, body);
    if (status >= 300) throw new Error(`${path} answered ${status} through the API.`);
    taken[kind].push(performance.now() - began);
  };
  await ask('check-ins', {});
  for (let i = 0; i < times; i += 1) {
    await timed('out', 'check-outs', { patron });
    await timed('in', 'check-ins', {});
  }
  return (['out', 'in'] as const).map((kind) => {
    const took = taken[kind];
    const sum = took.reduce((total, ms) => total + ms, 0);
    const times50and99 = { p50: rounded(quantile(took, 0.5)), p99: rounded(quantile(took, 0.99)) };
    const operation = `check ${kind}, through the API, one client`;
    return { operation, times, cpuMs: Number.NaN, ...times50and99, perSecond: Math.round((times / sum) * 1000) };
  });
};

if (import.meta.main) {
  const print = console.log;
  // Handlers log a line for each request: here only the result matters.
  console.log = () => {};
  const times = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 200);
  const rows = await inProcess(times);
  const deployed = await deployedHere(Math.ceil(times / 4));
  const all = typeof deployed === 'string' ? rows : [...rows, ...deployed];
  if (process.argv.includes('--json')) {
    const skipped = typeof deployed === 'string' ? { skippedApi: deployed } : {};
    print(JSON.stringify({ clients: CLIENTS, rows: all, ...skipped, peers }));
  } else {
    print(`Handlers in process on DynamoDB Local on this machine; perSecond with ${CLIENTS} clients. Milliseconds.`);
    console.log = print;
    console.table(all);
    if (typeof deployed === 'string') print(deployed);
    print(
      'What peers publish, on other hardware and with network and interface in it: an order of magnitude, no ratio.',
    );
    console.table(peers);
  }
}
