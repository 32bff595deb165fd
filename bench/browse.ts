import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowseList, headingKey } from '../functions/catalogue/domain/index/heading.ts';
import type { IndexDocument } from '../functions/catalogue/domain/index/index-document.ts';
import { unionDocument } from '../functions/catalogue/domain/union/union-document.ts';
import { browseIndex } from '../functions/discovery/data/search-index/browse.ts';
import { scanIndex } from '../functions/discovery/data/search-index/scan.ts';
import { allSuggested, suggestHeadings } from '../functions/discovery/data/search-index/suggest.ts';
import { scanPlan } from '../functions/discovery/domain/cql/scan-plan.ts';
import type { Engine } from '../layers/platform/search/client.ts';
import { readIso2709 } from '../layers/protocols/marc/read-iso2709.ts';
import { anIndex, type TestIndex } from '../test/builders/search-engine.ts';
import { marcFolder, piecesOfFile, soundFiles } from './marc-files.ts';
import { withSearch } from './with-search.ts';

/** The time of one call for browsing, scans and suggestions, in milliseconds, and the requests of a scan to the engine. */
type Timed = { what: string; calls: number; p50: number; p95: number; requests?: number };

const viewer = { kind: 'anonymous' } as const;
const members = ['ash', 'birch', 'cedar', 'oak'];

/** Returns real records as documents, each one held by one member. */
function* documentsOf(folder: string): Generator<IndexDocument> {
  let n = 0;
  for (const file of soundFiles)
    for (const piece of piecesOfFile(path.join(folder, file))) {
      const read = 'bytes' in piece ? readIso2709(piece.bytes) : piece;
      if (!('record' in read)) continue;
      n += 1;
      const memberId = members[n % members.length] ?? 'ash';
      const [sourceId, itemId] = [`${memberId}:${n}`, `itm_${n}`];
      const callNumber = read.record.data.find(({ tag }) => tag === '050' || tag === '082');
      const copy = {
        ...{ itemId, barcode: String(n), branchId: `${memberId}.main`, isAvailable: true, hiddenFrom: [] },
        callNumber: callNumber?.subfields.map(({ value }) => value).join(' ') ?? '',
      };
      const source = { sourceId, memberId, localId: String(n), hiddenFrom: [], hiddenHoldings: {}, copies: [copy] };
      const document = unionDocument(`rec_${n}`, [{ ...source, record: read.record }]);
      if (document) yield document;
    }
}

const fill = async (index: TestIndex, folder: string): Promise<IndexDocument[]> => {
  const [all, some]: [IndexDocument[], IndexDocument[]] = [[], []];
  for (const document of documentsOf(folder)) {
    all.push(document);
    if (some.push(document) === 250) await index.hold(some.splice(0));
  }
  await index.hold(some);
  return all;
};

const timed = async (
  what: string,
  inputs: readonly string[],
  work: (input: string) => Promise<unknown>,
): Promise<Timed> => {
  const took: number[] = [];
  // The first round warms the engine up.
  for (const round of [0, 1])
    for (const input of inputs) {
      const startedAt = performance.now();
      await work(input);
      if (round > 0) took.push(performance.now() - startedAt);
    }
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return { what, calls: sorted.length, p50: at(0.5), p95: at(0.95) };
};

/** Times scans of an index of SRU from some terms, and names how many requests to the engine one takes. */
const timedScan = async (index: TestIndex, name: string, from: readonly string[], maximumTerms: number) => {
  let requests = 0;
  const engine: Engine = (request) => {
    requests += 1;
    return index.engine(request);
  };
  const scan = (term: string) =>
    scanIndex(engine, index.family, scanPlan(`${name} = "${term.replace(/[*?^"\\]/g, ' ')}"`), {
      responsePosition: 4,
      maximumTerms,
    });
  const row = await timed(`scan ${name}, ${maximumTerms} terms`, from, scan);
  return { ...row, requests: Math.round((10 * requests) / (2 * from.length)) / 10 };
};

const measured = async (folder: string): Promise<{ documents: number; rows: Timed[] }> => {
  const index = anIndex();
  try {
    const documents = await fill(index, folder);
    const every = (step: number): IndexDocument[] => documents.filter((_, i) => i % step === 0).slice(0, 150);
    const step = Math.max(1, Math.floor(documents.length / 150));
    const rows: Timed[] = [];
    const texts: [BrowseList, string[]][] = [
      ['author', every(step).flatMap(({ author }) => author ?? [])],
      ['title', every(step).map(({ title }) => title)],
      ['subject', every(step).flatMap(({ subjects }) => subjects.slice(0, 1))],
      ['lc', every(step).flatMap(({ shelf = [] }) => shelf.map(({ callNumber }) => callNumber))],
    ];
    for (const [list, from] of texts)
      for (const scope of [[], ['ash']])
        rows.push(
          await timed(`leaf through ${list}${scope.length > 0 ? ', one library' : ''}`, from, (text) =>
            browseIndex(index.engine, index.family, { list, members: scope, viewer }, headingKey(list, text), {
              before: 3,
              after: 17,
            }),
          ),
        );
    const number = every(step).flatMap(({ isbn13 }) => isbn13.slice(0, 1));
    const publisher = every(step).flatMap(({ publishers }) => publishers.slice(0, 1));
    const scans: [string, readonly string[]][] = [
      ...texts
        .slice(0, 3)
        .map(([list, from]): [string, string[]] => [`dc.${list === 'author' ? 'creator' : list}`, from]),
      ['dc.publisher', publisher],
      ['bath.isbn', number],
      ['local.callNumber', texts[3]?.[1] ?? []],
      ['dc.date', ['1950', '1999', '2010']],
      ['dc.language', ['a', 'fre', 'spa']],
    ];
    for (const [name, from] of scans)
      for (const maximumTerms of [20, 100]) rows.push(await timedScan(index, name, from, maximumTerms));
    for (const letters of [2, 4, 8])
      rows.push(
        await timed(
          `suggest for ${letters} letters`,
          every(step).map(({ title }) => title.slice(0, letters)),
          (typed) => suggestHeadings(index.engine, index.family, allSuggested, typed, viewer),
        ),
      );
    return { documents: documents.length, rows };
  } finally {
    await index.drop();
  }
};

// npm run bench:browse [-- --json]: on the real records beside the project and an engine of its own.
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const folder = marcFolder();
await withSearch(async () => {
  if (folder === undefined || !process.env.OPENSEARCH_ENDPOINT) {
    const skipped = 'there are no real records beside the project, or no engine';
    console.log(values.json ? JSON.stringify({ skipped }) : `Skipped: ${skipped}.`);
    return;
  }
  const result = await measured(folder);
  if (values.json) console.log(JSON.stringify(result));
  else {
    console.table(result.rows);
    console.log(
      `${result.documents} documents; milliseconds a page, a scan or a set of suggestions, the call to the engine and back.`,
    );
  }
});
