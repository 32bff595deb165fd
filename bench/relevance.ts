import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { works } from '../demo/works/works.ts';
import { root } from '../local/places.ts';
import { documentOfWork } from '../test/builders/index-document.ts';
import { fromCaller } from './caller.ts';
import { reportMissed } from './goals.ts';
import { marcFolder } from './marc-files.ts';
import { quantile } from './quantile.ts';
import { type Case, readCases } from './relevance/cases.ts';
import { documentsIn } from './relevance/corpus.ts';
import type { Judged } from './relevance/judge.ts';
import { judgeAll } from './relevance/run.ts';
import { withSearch } from './with-search.ts';

/** How many conditions are met, in total and by kind, and the time of a search (milliseconds, as its caller waits). */
type Relevance = {
  bench: 'relevance';
  documents: number;
  conditions: number;
  met: number;
  byKind: Record<string, { conditions: number; met: number }>;
  p50Ms: number;
  p95Ms: number;
};

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

const measured = (documents: number, judged: readonly Judged[], times: readonly number[]): Relevance => {
  const kinds = Map.groupBy(judged, ({ kind }) => kind);
  const met = (some: readonly Judged[]): number => some.filter((one) => one.met).length;
  return {
    bench: 'relevance',
    documents,
    conditions: judged.length,
    met: met(judged),
    byKind: Object.fromEntries([...kinds].map(([kind, some]) => [kind, { conditions: some.length, met: met(some) }])),
    p50Ms: rounded(quantile(times, 0.5)),
    p95Ms: rounded(quantile(times, 0.95)),
  };
};

/** Kinds of which every condition must hold: an exact title and an identifier are unambiguous. */
const sure = new Set(['exact title', 'isbn', 'issn', 'lccn', 'oclc', 'barcode']);
const LEAST_SHARE = 0.95;

/** Returns the missed parts of the project's own goal as text; empty if it is met. */
const missed = ({ conditions, met, byKind }: Relevance): string[] => [
  ...Object.entries(byKind).flatMap(([kind, one]) =>
    sure.has(kind) && one.met < one.conditions ? [`${kind}: ${one.met} of ${one.conditions}, all are to hold`] : [],
  ),
  ...(met < LEAST_SHARE * conditions ? [`${met} of ${conditions}, ${100 * LEAST_SHARE} % are to hold`] : []),
];

const folder = join(root, 'test', 'relevance');

/** Returns the project's own conditions: on real records if they are beside it, else on the demo's works only. */
const ownCases = (real: boolean): Case[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json') && (real ? !file.startsWith('demo') : file.startsWith('demo')))
    .flatMap((file) => readCases(join(folder, file)));

const run = async (given: string | undefined, onDemo: boolean): Promise<{ judged: Judged[]; result: Relevance }> => {
  const marc = onDemo ? undefined : marcFolder();
  if (marc === undefined && !onDemo) console.error('real records are not beside the project: the demo’s works instead');
  const documents = marc === undefined ? works.map(documentOfWork) : documentsIn(marc);
  const cases = given === undefined ? ownCases(marc !== undefined) : readCases(given);
  const { judged, times } = await judgeAll(documents, cases);
  return { judged, result: measured(documents.length, judged, times) };
};

// node bench/relevance.ts [CASES.json] [--demo] [--json] [--unmet]
if (import.meta.main) {
  const words = process.argv.slice(2);
  const given = words.filter((word) => !word.startsWith('--')).map(fromCaller)[0];
  if (given !== undefined && !existsSync(given)) {
    console.error(`There is no file ${given}.`);
    process.exitCode = 2;
  } else {
    await withSearch(async () => {
      if (!process.env.OPENSEARCH_ENDPOINT)
        return console.log(JSON.stringify({ skipped: 'OpenSearch is not here: npm start fetches it' }));
      const { judged, result } = await run(given, words.includes('--demo'));
      if (words.includes('--unmet'))
        for (const { kind, query, came } of judged.filter(({ met }) => !met))
          console.error(`${kind}: ${query} -> ${came}`);
      // A caller with its own conditions sets its own goal.
      if (given === undefined) reportMissed(missed(result));
      if (words.includes('--json')) return console.log(JSON.stringify(result));
      const { byKind, ...whole } = result;
      console.table(byKind);
      console.table({ all: { ...whole, share: `${Math.round((1000 * whole.met) / whole.conditions) / 10} %` } });
    });
  }
}
