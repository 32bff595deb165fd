import path from 'node:path';
import { loadRecordsOf, memberFiles, pairwise, truthOf } from '../../bench/members-files.ts';
import { withDynamoDb } from '../../bench/with-dynamodb.ts';
import { readRecord } from '../../functions/catalogue/data/union-record.ts';
import { addCounts, type ImportCounts, noCounts } from '../../functions/catalogue/domain/loading/import.ts';
import type { LoadRecord } from '../../functions/catalogue/domain/loading/load-record.ts';
import { loadChunk } from '../../functions/catalogue/use-cases/load-chunk.ts';
import type { Loading } from '../../functions/catalogue/use-cases/load-group.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import { systemIds } from '../../layers/platform/runtime/ids.ts';
import { metered } from '../../layers/platform/runtime/meter.ts';
import { aTable } from '../builders/dynamodb-local.ts';
import { realData } from '../builders/real-data.ts';
import { scanAll } from '../builders/scan-all.ts';

const CHUNK = 100;

const loadingFor = (table: Table, importId: string): Loading => ({
  table,
  bucket: undefined,
  ids: systemIds,
  now: Date.now(),
  importId,
  itemsBy: 'none',
});

/** Loads records in chunks, several chunks concurrently. */
const load = async (loading: Loading, records: readonly LoadRecord[], lanes: number): Promise<ImportCounts> => {
  let [counts, next] = [noCounts(), 0];
  const lane = async (): Promise<void> => {
    while (next < records.length) {
      const from = next;
      next += CHUNK;
      const loaded = await loadChunk(loading, records.slice(from, from + CHUNK));
      counts = addCounts(counts, loaded.counts);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return counts;
};

const clustersOf = async (table: Table & { name: string }): Promise<string[][]> => {
  const rows = await scanAll(table.name, 'record');
  return rows
    .map(readRecord)
    .filter(({ mergedInto, sources }) => mergedInto === undefined && sources.length > 0)
    .map(({ sources }) => [...sources].sort())
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
};

type Run = { clusters: string[][]; counts: ImportCounts; seconds: number; writeUnits: number; again: number };

const run = async (files: LoadRecord[][], sideBySide: boolean): Promise<Run> => {
  const table = await aTable();
  const started = performance.now();
  const { counts, writeUnits } = await metered(async ({ units }) => {
    const all = sideBySide
      ? await Promise.all(files.map((file, i) => load(loadingFor(table, `imp_${i}`), file, 1)))
      : [];
    if (!sideBySide)
      for (const [i, file] of files.entries()) all.push(await load(loadingFor(table, `imp_${i}`), file, 4));
    return { counts: all.reduce(addCounts), writeUnits: units.writeUnits };
  });
  const seconds = (performance.now() - started) / 1000;
  const again = await metered(async ({ units }) => {
    for (const [i, file] of files.entries()) await load(loadingFor(table, `imp_again_${i}`), file, 4);
    return units.writeUnits;
  });
  return { clusters: await clustersOf(table), counts, seconds, writeUnits, again };
};

/** Loads the members' files concurrently and sequentially; `part` from 0 to 1 takes that share of the true clusters, complete. */
export const proveImport = async (part: number) => {
  const data = realData();
  if (data === undefined) return undefined;
  const folder = path.join(data, 'marc', 'members');
  const whole = truthOf(folder);
  const names = [...new Set(whole.values())].sort();
  const chosen = new Set(names.slice(0, Math.ceil(names.length * part)));
  const truth = new Map([...whole].filter(([, cluster]) => chosen.has(cluster)));
  const files = memberFiles.map((member) =>
    loadRecordsOf(folder, member).filter(({ sourceId }) => truth.has(sourceId)),
  );
  const beside = await run(files, true);
  const after = await run([...files].reverse(), false);
  const records = files.reduce((sum, file) => sum + file.length, 0);
  return {
    records,
    trueClusters: chosen.size,
    clusters: beside.clusters.length,
    same: JSON.stringify(beside.clusters) === JSON.stringify(after.clusters),
    ...pairwise(beside.clusters, truth),
    recordsPerSecond: { sideBySide: records / beside.seconds, oneAfterAnother: records / after.seconds },
    writeUnitsPerRecord: beside.writeUnits / records,
    writeUnitsWhenUnchanged: beside.again + after.again,
    counts: beside.counts,
  };
};

if (import.meta.main) {
  const proof = await withDynamoDb(() => proveImport(Number(process.env.CONCORD_PART ?? 1)));
  if (!proof) console.log('skipped: real records not beside the project');
  else {
    console.table(proof);
    if (process.argv.includes('--json')) console.log(JSON.stringify({ prove: 'import', ...proof }));
  }
}
