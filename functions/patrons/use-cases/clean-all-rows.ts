import { present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { END_OF_SCAN } from '../../../layers/platform/dynamodb/scan-job.ts';
import type { ScanPage, ScanPosition } from '../../../layers/platform/dynamodb/scan-table.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import type { Clock } from '../../../layers/platform/runtime/clock.ts';
import { idsOf } from '../data/erasure-list.ts';
import { type ErasurePass, erasurePassStore } from '../data/erasure-pass-store.ts';
import type { Erasure } from '../data/erasure-store.ts';
import { patronsNamed, type RowErasure, rowWithout, sharedRowErasure } from '../domain/access/erasure.ts';
import type { PatronData, Row } from './patron-data.ts';

type Treatments = Readonly<Record<string, RowErasure>>;

/** Pages after which the position is stored; the next run scans again what an interrupted one scanned since. */
const PAGES_AT_ONCE = 40;

/** How often a row that changes meanwhile is cleaned before its patrons need another pass. */
const TRIES = 3;

/** The rows of erasures themselves, which are deleted last. */
const OWN: readonly unknown[] = ['erasure', 'erasurePass'];

/** The dependencies of cleaning rows. The table scan is injected so that a test can interrupt it. */
export type Cleaning = {
  table: Table;
  tableName: string;
  patronData: readonly PatronData[];
  walk: (from: ScanPosition | undefined) => AsyncIterable<ScanPage>;
  clock: Clock;
  /** Pages after which the position is stored, when fewer than the maximum. */
  pagesAtOnce?: number;
};

/** Removes all ids from a row in memory before one write: a second write would find it changed. */
const cleaned = (row: Row, ids: readonly string[], treatments: Treatments): 'untouched' | 'delete' | Row => {
  let clean: 'untouched' | 'delete' | Row = 'untouched';
  for (const id of ids) {
    const next = rowWithout(clean === 'untouched' ? row : clean, id, treatments);
    if (next === 'delete') return next;
    if (next !== 'untouched') clean = next;
  }
  return clean;
};

/** Cleans one row, again where it changed meanwhile. False when it changed in each attempt. */
const cleanRow = async (table: Table, read: Row, ids: readonly string[], treatments: Treatments): Promise<boolean> => {
  let row: Row | undefined = read;
  for (let tries = 0; tries < TRIES && row !== undefined; tries += 1) {
    const clean = cleaned(row, ids, treatments);
    if (clean === 'untouched') return true;
    const at = { pk: String(row.pk), sk: String(row.sk) };
    const when = typeof row.v === 'number' ? unchanged(row.v) : present();
    const lost = await table.write([clean === 'delete' ? { delete: at, when } : { put: clean as Item, when }]);
    if (lost === undefined) return true;
    row = lost.conflict[0]?.was;
  }
  return row === undefined;
};

/**
 * Continues a pass from its position: removes the ids of its erasures from all rows of the table. Returns the pass at the end of the
 * table, with the patrons for whom a row changed in each attempt. Returns undefined when the time is up, after storing the position, and when
 * another run stored its position first.
 */
export const cleanAllRows = async (
  { table, tableName, patronData, walk, clock, pagesAtOnce = PAGES_AT_ONCE }: Cleaning,
  given: ErasurePass,
  erasures: readonly Erasure[],
  until: number,
): Promise<ErasurePass | undefined> => {
  const passes = erasurePassStore(table, tableName);
  const treatments = Object.assign({}, sharedRowErasure, ...patronData.map(({ erasure }) => erasure)) as Treatments;
  const patronOf = new Map(erasures.flatMap((erasure) => idsOf(erasure).map((id) => [id, erasure.patronId] as const)));
  const namedIn = patronsNamed(patronOf.keys());
  const again = new Set(given.again);
  let pass: ErasurePass | undefined = given;
  let scanned = 0;
  for await (const { rows, next } of walk(given.position)) {
    for (const row of rows) {
      const ids = OWN.includes(row.entity) ? [] : namedIn(row);
      if (ids.length > 0 && !(await cleanRow(table, row, ids, treatments)))
        for (const id of ids) again.add(patronOf.get(id) ?? id);
    }
    scanned += 1;
    const timeUp = clock.now() > until;
    if (next && (timeUp || scanned >= pagesAtOnce)) {
      pass = await passes.advance(pass, next, again);
      if (pass === undefined || timeUp) return undefined;
      scanned = 0;
    }
  }
  // Stored before anything is completed: only the run that stores the end knows all patrons who need another pass.
  return passes.advance(pass, END_OF_SCAN, again);
};
