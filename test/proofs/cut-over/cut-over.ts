import { loadStore, uploadKey } from '../../../functions/onboarding/data/load-store.ts';
import { type FileKind, kindsInOrder } from '../../../functions/onboarding/domain/files/file-kinds.ts';
import { mappingSchema } from '../../../functions/onboarding/domain/files/mapping.ts';
import { endRun } from '../../../functions/onboarding/use-cases/end-run.ts';
import { prepareRun } from '../../../functions/onboarding/use-cases/prepare-run.ts';
import { runPart } from '../../../functions/onboarding/use-cases/run-part.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { metered } from '../../../layers/platform/runtime/meter.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { fileOf, loadBytes } from '../../builders/loads.ts';

const MEMBER = 'cedar';
const RECORDS = 50;
const NOW = Date.parse('2026-03-02T10:00:00.000Z');

/** Shares of a library's rows in percent: patrons, items, loans, holds, bills and blocks. */
const SHARES: Record<FileKind, number> = { patrons: 30, items: 40, loans: 15, holds: 5, bills: 8, blocks: 2 };

const headings: Record<FileKind, string> = {
  patrons: 'id,card,family,given,born,category,branch,expires,guarantor',
  items: 'barcode,record,branch,category,price,status',
  loans: 'patron,barcode,lent,due,branch',
  holds: 'id,patron,record,requested,place,pickup',
  bills: 'id,patron,amount,type,date',
  blocks: 'patron,reason,since',
};

const padded = (n: number, places: number): string => String(n).padStart(places, '0');
const dayOf = (n: number): string => `${1950 + (n % 55)}-${padded(1 + (n % 12), 2)}-${padded(1 + (n % 28), 2)}`;

type Counts = Record<FileKind, number>;

// One household in ten has a child; a loan is on the item of its number; every tenth record has a queue.
const rows: Record<FileKind, (n: number, of: Counts, record: string) => string> = {
  patrons: (n) =>
    `P${n},21${padded(n, 12)},Family ${n},Given ${n % 97},${dayOf(n)},adult,HB,2028-12-31,${n % 10 === 9 ? `P${n - 1}` : ''}`,
  items: (n, _, record) =>
    `31${padded(n, 12)},${record},HB,${n % 12 === 0 ? 'dvd' : 'book'},12.50,${n % 3 === 0 ? 'on-loan' : ''}`,
  loans: (n, of) => `P${n % of.patrons},31${padded((3 * n) % of.items, 12)},2026-02-02 10:00,2026-03-16,HB`,
  holds: (n, of, record) => `H${n},P${n % of.patrons},${record},2026-01-${padded(1 + (n % 28), 2)},,HB`,
  bills: (n, of) => `B${n},P${(7 * n) % of.patrons},${(1 + (n % 900) / 100).toFixed(2)},overdue,2026-01-15`,
  blocks: (n, of) => `P${(11 * n) % of.patrons},address-unknown,2026-02-01`,
};

/** The results of a cut-over: rates by kind in rows per second, write units per row, and the growth of memory. */
export type CutOver = {
  rows: number;
  byKind: Record<
    string,
    { rows: number; accepted: number; dryPerSecond: number; perSecond: number; writeUnitsPerRow: number }
  >;
  againWriteUnits: number;
  heapMb: { before: number; most: number };
  wrong: number;
};

/**
 * Onboards a member with a number of invented rows: a dry run, an apply and the same apply again. `wrong` counts rejected rows
 * (one loan in many is for an item that is lent already: none here), and changes by the second apply.
 */
export const cutOver = async (table: Table, all: number): Promise<CutOver> => {
  const counts = Object.fromEntries(
    kindsInOrder.map((kind) => [kind, Math.max(1, Math.round((all * SHARES[kind]) / 100))]),
  ) as Counts;
  // Records are loaded by the catalogue; its own proof measures that.
  const books = Array.from({ length: RECORDS }, (_, n) => ({
    id: `r${n}`,
    title: `Tale ${n} of many`,
    pages: 80 + 7 * n,
  }));
  await loadBytes(table, MEMBER, fileOf(books));
  const [bucket, loads] = [bucketInMemory(), loadStore(table)];
  const deps = { table, bucket, loads, ids: systemIds };
  const mapping = mappingSchema.parse({
    ...{ currency: 'EUR', timeZone: 'Europe/Berlin' },
    codes: {
      patronCategories: { adult: 'adult' },
      branches: { HB: 'cedar.main' },
      itemCategories: { book: 'book', dvd: 'dvd' },
    },
  });
  const at = new Date(NOW).toISOString();
  const text = (kind: FileKind): string =>
    [headings[kind], ...Array.from({ length: counts[kind] }, (_, n) => rows[kind](n, counts, `r${n % RECORDS}`))].join(
      '\n',
    );
  const [most, before] = [{ heap: 0 }, process.memoryUsage().heapUsed];
  const run = async (kind: FileKind, mode: 'dry-run' | 'apply', name: string) => {
    const [loadId, fileId, runId] = [`lod_${name}`, `lfl_${kind}`, `lrn_${name}${mode}${kind}`];
    const bytes = Buffer.from(text(kind));
    await bucket.put(uploadKey(loadId, fileId), bytes);
    const file = {
      fileId,
      loadId,
      kind,
      fileName: kind,
      bytes: bytes.length,
      control: { records: counts[kind] },
      createdAt: at,
    };
    await loads.addRun({ runId, loadId, memberId: MEMBER, mode, by: 'proof', createdAt: at, mapping, files: [file] });
    const started = performance.now();
    const writeUnits = await metered(async ({ units }) => {
      for (;;) {
        const next = await prepareRun(deps, { loadId, runId }, 'proof', at);
        if (!next.go) break;
        for (const part of next.parts) {
          const [stored, one] = await Promise.all([loads.run(loadId, runId), loads.part(runId, part)]);
          if (stored && one) await runPart(deps, stored, one, NOW);
          most.heap = Math.max(most.heap, process.memoryUsage().heapUsed);
        }
      }
      return units.writeUnits;
    });
    const seconds = (performance.now() - started) / 1000;
    await endRun(deps, { loadId, runId }, 'proof', at, false);
    const tally = (await loads.run(loadId, runId))?.reports?.[0]?.tally;
    return { tally, seconds, writeUnits };
  };
  const byKind: CutOver['byKind'] = {};
  let [wrong, againWriteUnits] = [0, 0];
  for (const kind of kindsInOrder) {
    const dry = await run(kind, 'dry-run', 'first');
    const apply = await run(kind, 'apply', 'first');
    const { accepted = 0, created = 0 } = apply.tally ?? {};
    wrong += counts[kind] - created + Math.abs((dry.tally?.created ?? 0) - created);
    byKind[kind] = {
      ...{ rows: counts[kind], accepted },
      dryPerSecond: Math.round(counts[kind] / dry.seconds),
      perSecond: Math.round(counts[kind] / apply.seconds),
      writeUnitsPerRow: Math.round((10 * apply.writeUnits) / counts[kind]) / 10,
    };
  }
  for (const kind of kindsInOrder) {
    const again = await run(kind, 'apply', 'again');
    wrong += counts[kind] - (again.tally?.unchanged ?? 0);
    againWriteUnits += again.writeUnits;
  }
  const mb = (bytes: number): number => Math.round(bytes / 1_000_000);
  return { rows: all, byKind, againWriteUnits, heapMb: { before: mb(before), most: mb(most.heap) }, wrong };
};
