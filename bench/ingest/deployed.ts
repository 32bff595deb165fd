import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { loadFile } from '../../demo/seed/load.ts';
import type { Endpoints } from '../../local/endpoints.ts';
import { instanceOf } from '../../local/instance.ts';
import { placesOf, toolsFolder } from '../../local/places.ts';
import { setUp } from '../../local/set-up.ts';
import { bytesOfFile } from './stages.ts';

/** The member of the demo that loads: its earlier system's records are there, and these are added. */
const MEMBER = 'riverton';
/** The index is complete when it has not changed for this time. */
const STILL_MS = 15_000;
/** The time limit for the load of a file. */
const LONGEST_MS = 3 * 3_600_000;

/** A load through the deployed functions: records accepted and refused, seconds until the last document, records a second. */
export type DeployedLoad = {
  records: number;
  rejected: number;
  documents: number;
  loadedSeconds: number;
  seconds: number;
  perSecond: number;
};

type Index = { documents: number; writes: number };

const indexOf = async ({ search }: Endpoints): Promise<Index> => {
  const answer = await fetch(`${search}/_stats/docs,indexing`);
  const { _all } = (await answer.json()) as {
    _all: { primaries: { docs?: { count: number }; indexing?: { index_total: number } } };
  };
  return { documents: _all.primaries.docs?.count ?? 0, writes: _all.primaries.indexing?.index_total ?? 0 };
};

/** Waits until the index stops changing; returns its documents, and the time of its last change, by the process clock in milliseconds. */
const untilStill = async (endpoints: Endpoints): Promise<{ documents: number; movedAt: number }> => {
  let [index, movedAt] = [await indexOf(endpoints), performance.now()];
  while (performance.now() - movedAt < STILL_MS) {
    await pause(200);
    const now = await indexOf(endpoints);
    if (now.writes !== index.writes) movedAt = performance.now();
    index = now;
  }
  return { documents: index.documents, movedAt };
};

/**
 * Deploys a separate stack, sends a file as a member's cataloguer does, and times it until the search index is complete. Stops what it
 * started. It counts only the documents that the load added.
 */
export const deployedLoad = async (file: string): Promise<DeployedLoad> => {
  const folder = resolve(process.env.CONCORD_TEST_DIR ?? join(toolsFolder, 'bench-ingest'));
  const instance = instanceOf(placesOf(join(folder, 'instance')), { scale: 'tests', fresh: true });
  try {
    await setUp();
    const { endpoints } = await instance.start();
    const before = (await untilStill(endpoints)).documents;
    const bytes = await buffer(bytesOfFile(file));
    const began = performance.now();
    const running = { endpoints, scale: 'tests' as const, say: () => {} };
    const { import: load } = await loadFile(running, { member: MEMBER, fileName: 'bench.mrc', bytes }, LONGEST_MS);
    const loaded = performance.now();
    const { documents, movedAt } = await untilStill(endpoints);
    const seconds = (Math.max(movedAt, loaded) - began) / 1000;
    const { accepted: records, rejected } = load.counts;
    return {
      ...{ records, rejected, documents: documents - before, loadedSeconds: (loaded - began) / 1000, seconds },
      perSecond: Math.round(records / seconds),
    };
  } finally {
    await instance.stop();
  }
};
