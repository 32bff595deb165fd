import { openTable } from '../../layers/platform/dynamodb/table.ts';
import type { StaffActor } from '../../layers/platform/http/actor.ts';
import { openBucket } from '../../layers/platform/objects/object-store.ts';
import { openFactQueries } from '../../layers/platform/queries/fact-queries.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { EngineUnavailable, openEngine } from '../../layers/platform/search/client.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import { defaultMovement, movementKind } from '../../layers/records/policies/domain/movement.ts';
import { familyOf } from '../catalogue/public/family-of.ts';
import { reusedRecords } from '../catalogue/public/reused-records.ts';
import { viewerOf } from '../catalogue/public/viewer.ts';
import { mostRequested } from '../circulation/public/most-requested.ts';
import { hitsById } from '../discovery/public/hits-by-id.ts';
import { type ShelfTitle, shelfTitles } from '../discovery/public/shelf-titles.ts';
import { bookedStatement } from '../finance/public/booked-statement.ts';
import { disputeStore } from '../finance/public/dispute-store.ts';
import { periodStore } from '../finance/public/period-store.ts';
import { votingDeps } from '../governance/public/voting-deps.ts';
import { itemStore } from '../items/public/item-store.ts';
import { loansToday } from '../resource-sharing/public/loans-today.ts';
import { factArchive } from './data/fact-archive.ts';

/** Composes the archive of facts in the bucket. */
export const archiveDeps = (runtime: Pick<Runtime, 'environment' | 'engines'>) => ({
  archive: factArchive(openBucket(runtime)),
});
export type ArchiveDeps = ReturnType<typeof archiveDeps>;

/** Composes the simulation of proposed rules: the proposals, and the log of decisions that judges them. */
export const simulationDeps = (runtime: Runtime) => ({
  ...votingDeps(runtime),
  ...archiveDeps(runtime),
});
export type SimulationDeps = ReturnType<typeof simulationDeps>;

/** Composes the queries of the archive. */
export const queryDeps = (runtime: Pick<Runtime, 'environment' | 'engines'>) => ({ facts: openFactQueries(runtime) });
export type QueryDeps = ReturnType<typeof queryDeps>;

/** Composes the counts of a member’s value report. */
export const valueDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    facts: openFactQueries(runtime),
    reused: (memberId: string, months: { from: string; to: string }) => reusedRecords(table, memberId, months),
  };
};
export type ValueDeps = ReturnType<typeof valueDeps>;

/** Composes the list of most requested titles; without an index it is empty. */
export const requestedDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    mostRequested: (most: number) => mostRequested(table, most),
    publicHits: async (recordIds: readonly string[]) =>
      runtime.environment.isPractice
        ? []
        : hitsById(openEngine(runtime), familyOf(runtime), recordIds, { kind: 'anonymous' }),
  };
};
export type RequestedDeps = ReturnType<typeof requestedDeps>;

/** Composes what Today reads of all contexts. */
export const todayDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  const policies = policyStore(table);
  const [engine, family] = [openEngine(runtime), familyOf(runtime)];
  return {
    ...{ table, policies, items: itemStore(table), periods: periodStore(table), disputes: disputeStore(table) },
    longTransitDays: async (now: number): Promise<number> =>
      ((await policies.inForce(movementKind, now))?.body ?? defaultMovement).longTransitDays,
    loans: (memberId: string, most: number) => loansToday(table, memberId, most),
    statement: (memberId: string) => bookedStatement(table, memberId),
    /** Returns titles of records by the index; none while it does not answer, since the lists are useful without. */
    titles: async (recordIds: readonly string[], actor: StaffActor): Promise<ReadonlyMap<string, ShelfTitle>> => {
      try {
        return await shelfTitles(engine, family, recordIds, viewerOf(actor));
      } catch (error) {
        if (error instanceof EngineUnavailable) return new Map();
        throw error;
      }
    },
  };
};
export type TodayDeps = ReturnType<typeof todayDeps>;
