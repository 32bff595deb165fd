import { type ScanPosition, scanTableAtOnce, scanTableFrom } from '../../layers/platform/dynamodb/scan-table.ts';
import { imagesOf } from '../../layers/platform/dynamodb/stream-images.ts';
import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { openBucket } from '../../layers/platform/objects/object-store.ts';
import { queueNamed } from '../../layers/platform/queues/queue.ts';
import { startStateMachine } from '../../layers/platform/queues/state-machine.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { timedPatterns } from '../../layers/platform/runtime/timed-patterns.ts';
import { openEngine } from '../../layers/platform/search/client.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import { inventoryStore } from '../items/public/inventory-store.ts';
import { branchStore } from '../membership/public/branch-store.ts';
import { memberStore } from '../membership/public/member-store.ts';
import { staffNames } from '../membership/public/staff-names.ts';
import { unionFollowers } from '../union-followers.ts';
import { authorityOf } from './data/authority-store.ts';
import { listOffers } from './data/copy-offer-store.ts';
import { countBearers } from './data/count-bearers.ts';
import { fieldProtectionStore } from './data/field-protection-store.ts';
import { importStore } from './data/import-store.ts';
import { itemBatchStore } from './data/item-batch-store.ts';
import { itemMappingStore } from './data/item-mapping-store.ts';
import { itemTemplateStore } from './data/item-template-store.ts';
import { matchingRules, matchingRulesInForce } from './data/matching-rules.ts';
import { familyOf } from './data/search-index/versions.ts';
import { indexWriter } from './data/search-index/writer.ts';
import { sourceStore } from './data/source-store.ts';
import { titlesIn } from './data/titles.ts';
import type { HeadingName } from './domain/index/references.ts';
import { copyTargetsKind } from './domain/targets/targets.ts';
import { causeOfChange } from './use-cases/cause-of-change.ts';

// One function per group of handlers with the same dependencies: a bundle contains only what its handler composes.

/** Returns the table, for use cases that read and write it directly. */
export const tableDeps = (runtime: Runtime) => ({ table: openTable(runtime) });

/** Returns the table and a lookup of staff names by the actors that rows name. */
const namesDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { table, names: (actors: readonly string[]) => staffNames(table, actors) };
};

/** Returns the table and the titles of records. */
export const titleDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { table, titles: titlesIn(table) };
};

export const visibilityDeps = (runtime: Runtime) => ({ ...namesDeps(runtime), ...titleDeps(runtime) });

/** Returns the store of source records, with their MARC wherever it is stored. */
export const recordDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { table, sources: sourceStore(table, openBucket(runtime)), fieldProtection: fieldProtectionStore(table) };
};

export const checkDeps = (runtime: Runtime) => ({ ...recordDeps(runtime), ...titleDeps(runtime) });

/** Returns the dependencies of copying from other catalogues: the targets of the policy in force, and the addresses that are allowed. */
export const targetDeps = (runtime: Runtime) => {
  const { table, titles } = titleDeps(runtime);
  const policies = policyStore(table);
  return {
    ...{ table, titles, rulesAt: matchingRules(table) },
    targets: async (now: number) => (await policies.inForce(copyTargetsKind, now))?.body.targets ?? [],
    reach: { onThisMachine: runtime.environment.maybe('PARTNERS_HERE') === 'true' },
  };
};

export const editDeps = (runtime: Runtime) => {
  const [table, bucket] = [openTable(runtime), openBucket(runtime)];
  return { table, bucket, sources: sourceStore(table, bucket) };
};

/** Returns the dependencies of decisions on union records: the table and the contexts that follow decisions. */
export const decisionDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { table, followers: unionFollowers, rulesAt: matchingRules(table) };
};

/** Returns the dependencies of deciding stored records again: the match rules in force, and a scan of the source records. */
export const redecidingDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  const { clock, ids } = runtime;
  return {
    ...{ table, clock, ids, followers: unionFollowers, rulesInForce: matchingRulesInForce(table) },
    walk: (from: ScanPosition | undefined) => scanTableFrom(runtime, 'source', from),
  };
};

/** Returns the dependencies of showing how far that is. */
export const redecisionDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { table, rulesAt: matchingRules(table) };
};

export const authorityDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { findAuthority: (list: 'author' | 'subject', heading: string) => authorityOf(table, list, heading) };
};

export const fieldProtectionDeps = (runtime: Runtime) => ({
  fieldProtection: fieldProtectionStore(openTable(runtime)),
});

/** Returns the dependencies of item mappings: how members encode items in MARC, and the branches that members have. */
export const mappingDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { table, mappings: itemMappingStore(table) };
};

export const templateDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { table, mappings: itemMappingStore(table), templates: itemTemplateStore(table) };
};

export const offerDeps = (runtime: Runtime) => {
  const { table, titles } = titleDeps(runtime);
  return { titles, listOffers: (pageRequest: Parameters<typeof listOffers>[1]) => listOffers(table, pageRequest) };
};

export const batchDeps = (runtime: Runtime) => {
  const { table, names } = namesDeps(runtime);
  return { table, names, batches: itemBatchStore(table) };
};

/** Returns what a batch needs to read and change items and records; patterns are those of cataloguers. */
const batchWork = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { table, bucket: openBucket(runtime), rulesAt: matchingRules(table), patterns: timedPatterns() };
};

export const batchRunDeps = (runtime: Runtime) => {
  const work = batchWork(runtime);
  return { ...work, batches: itemBatchStore(work.table) };
};

export const batchPreviewDeps = (runtime: Runtime) => {
  const work = batchWork(runtime);
  return { ...work, mappings: itemMappingStore(work.table), batches: itemBatchStore(work.table) };
};

export const importDeps = (runtime: Runtime) => {
  const { table, names } = namesDeps(runtime);
  return { imports: importStore(table), names, bucket: openBucket(runtime) };
};

export const changedHeadingDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  const [engine, family] = [openEngine(runtime), familyOf(runtime)];
  return {
    ...{ table, imports: importStore(table) },
    counted: (memberId: string, names: readonly HeadingName[]) => countBearers(engine, family, { memberId, names }),
  };
};

export const importListDeps = (runtime: Runtime) => {
  const { table, names } = namesDeps(runtime);
  return { imports: importStore(table), names };
};

export const importStartDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { imports: importStore(table), members: memberStore(table), bucket: openBucket(runtime) };
};

export const importRunDeps = (runtime: Runtime) => ({
  imports: importStore(openTable(runtime)),
  bucket: openBucket(runtime),
  start: startStateMachine(runtime),
});

export const importStepDeps = (runtime: Runtime) => ({
  imports: importStore(openTable(runtime)),
  bucket: openBucket(runtime),
});

export const importEndDeps = (runtime: Runtime) => ({ imports: importStore(openTable(runtime)) });

export const importPartDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    table,
    imports: importStore(table),
    mappings: itemMappingStore(table),
    fieldProtection: fieldProtectionStore(table),
    rulesAt: matchingRules(table),
    bucket: openBucket(runtime),
  };
};

export const inventoryDeps = (runtime: Runtime) => ({ inventories: inventoryStore(openTable(runtime)) });

export const inventoryCopiesDeps = (runtime: Runtime) => {
  const { table, titles } = titleDeps(runtime);
  return { table, titles, inventories: inventoryStore(table) };
};

export const inventoryOpeningDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { inventories: inventoryStore(table), branches: branchStore(table) };
};

/** Returns the dependencies of continuing batches, which scan the table for items or source records. */
export const batchWalkDeps = (runtime: Runtime) => ({
  ...batchWork(runtime),
  walk: (entity: 'item' | 'source', from: ScanPosition | undefined) => scanTableFrom(runtime, entity, from),
});

/** Returns the dependencies of background jobs that scan all items of the table. */
export const itemWalkDeps = (runtime: Runtime) => ({
  table: openTable(runtime),
  walk: (from: ScanPosition | undefined) => scanTableFrom(runtime, 'item', from),
});

export const rebuildDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    table,
    index: indexWriter(runtime),
    sources: sourceStore(table, openBucket(runtime)),
    walk: (from: readonly ScanPosition[] | undefined) => scanTableAtOnce(runtime, 'record', from),
  };
};

export const retryDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    table,
    index: indexWriter(runtime),
    engine: openEngine(runtime),
    family: familyOf(runtime),
    sources: sourceStore(table, openBucket(runtime)),
    later: queueNamed(runtime, 'index-retry'),
  };
};

export const indexingDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    table,
    index: indexWriter(runtime),
    sources: sourceStore(table, openBucket(runtime)),
    followers: unionFollowers,
    imagesOf,
    causeOf: causeOfChange,
    poison: queueNamed(runtime, 'index-work'),
    later: queueNamed(runtime, 'index-retry'),
  };
};
