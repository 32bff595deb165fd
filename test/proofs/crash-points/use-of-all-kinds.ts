import { handler as finishImport } from '../../../functions/catalogue/consumers/finish-import/handler.ts';
import { handler as importPart } from '../../../functions/catalogue/consumers/import-part/handler.ts';
import { handler as indexChanges } from '../../../functions/catalogue/consumers/index-changes/handler.ts';
import { handler as prepareImport } from '../../../functions/catalogue/consumers/prepare-import/handler.ts';
import { handler as carryItemBatches } from '../../../functions/catalogue/consumers/process-item-batches/handler.ts';
import { handler as sweepTombstones } from '../../../functions/discovery/consumers/sweep-tombstones/handler.ts';
import { handler as search } from '../../../functions/discovery/operations/search/handler.ts';
import { handler as awaitPeriod } from '../../../functions/finance/consumers/await-period/handler.ts';
import { handler as packEvidence } from '../../../functions/finance/consumers/pack-evidence/handler.ts';
import { handler as sendDigests } from '../../../functions/notices/consumers/send-digests/handler.ts';
import { handler as relayFacts } from '../../../functions/outbox/consumers/relay-changes/handler.ts';
import { handler as maintainPatrons } from '../../../functions/patrons/consumers/maintain-patrons/handler.ts';
import { handler as endTerms } from '../../../functions/teaching/consumers/end-terms/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Worker } from '../../../layers/platform/http/work.ts';
import { openBucket } from '../../../layers/platform/objects/object-store.ts';
import { call } from '../../builders/call.ts';
import { at } from '../../builders/lending.ts';
import { anImport, fileOf } from '../../builders/loads.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { streamRecord } from '../../builders/stream-events.ts';
import { emptyBucket } from './bucket.ts';
import { consumerScenarios } from './consumers.ts';
import { withFault } from './faults.ts';
import { financeScenarios } from './finance.ts';
import { moneyScenarios } from './money.ts';
import { waits } from './partner-messages.ts';
import { sharingScenarios } from './sharing.ts';
import { aWorld, runThrough } from './through.ts';

type World = Table & { name: string };

const NOON = '2026-03-02T12:00:00.000Z';
const lambda = { awsRequestId: 'lambda-1' };
// One of each: their other work is much the same.
const scenarios = [consumerScenarios, sharingScenarios, moneyScenarios, financeScenarios]
  .flatMap((group) => Object.values(group))
  .flatMap((some) => (typeof some === 'string' ? [] : some.slice(0, 1)));

const during = async <T>(work: () => Promise<T>): Promise<T> => {
  const { result } = await withFault(undefined, async () => ({ done: await work() }));
  if (!result) throw new Error('It failed where nothing was to go wrong.');
  return result.done;
};

/** Delivers all changes of a table by its stream, to both readers. */
const streamed = async (table: World): Promise<void> => {
  const rows = await scanAll(table.name);
  const batch = (entities: readonly string[]) => ({
    Records: rows.filter(({ entity }) => entities.includes(String(entity))).map((row) => streamRecord(undefined, row)),
  });
  for (const reader of [relayFacts, indexChanges]) {
    const { id, trigger } = reader.contract;
    if (trigger.by !== 'stream') throw new Error(`${id} reads no stream`);
    const event = batch([...trigger.entities, ...(trigger.inserted ?? [])]);
    if (event.Records.length > 0) await during<unknown>(() => reader.using(at(NOON))(event, lambda));
  }
};

const imported = async (table: World): Promise<void> => {
  emptyBucket();
  const bytes = fileOf([{ id: 'b1', title: 'The memory of water and stone', items: ['$aMAIN$p4711'] }]);
  const on = <E, A>(worker: Worker<E, A>, event: E): Promise<A> => during(() => worker.using(at(NOON))(event, lambda));
  await during(() => anImport(table, openBucket(at(NOON)), 'imp_1', 'ash', bytes));
  await on(prepareImport, { input: { importId: 'imp_1' }, execution: 'run-1' });
  await on(importPart, { importId: 'imp_1', part: '00000' });
  await on(finishImport, { input: { importId: 'imp_1' }, failed: false });
  await streamed(table);
};

const visited = async (): Promise<void> => {
  for (const query of [{ q: 'water' }, { q: 'stone', portal: 'birch' }, { q: 'mosses', portal: 'nowhere' }]) {
    const { status } = await call(search, { query });
    if (status !== 200) throw new Error(`A search answered ${status}.`);
  }
};

const scheduled = async (): Promise<void> => {
  const jobs = [carryItemBatches, maintainPatrons, endTerms, packEvidence, sendDigests, sweepTombstones];
  for (const job of jobs as readonly Worker<unknown, unknown>[]) await during(() => job.using(at(NOON))({}, lambda));
  await during(() => awaitPeriod.using(at(NOON))({ month: '2026-02', v: 0, token: 'token-1' }, lambda));
};

/**
 * Uses the platform in all its ways: desks, patrons and machines, visitors through a portal and without one, loads and the stream
 * behind them, queues and schedules, workflows, partners outside, notices, bills. The functions themselves do the work on tables
 * of their own; an index must exist.
 */
export const useOfAllKinds = async (): Promise<void> => {
  const { SEARCH_ENDPOINT } = process.env;
  process.env.INDEX_RETRY_QUEUE_URL = 'index-retry';
  await imported(await aWorld());
  await visited();
  await scheduled();
  for (const scenario of scenarios) {
    const table = await aWorld();
    await runThrough(scenario, table);
    // Some are from partners that send requests while the engine is unavailable.
    process.env.SEARCH_ENDPOINT = SEARCH_ENDPOINT;
    await streamed(table);
  }
  await during(() => waits('lrq_none'));
};
