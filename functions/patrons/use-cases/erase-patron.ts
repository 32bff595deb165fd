import { equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import { billStore } from '../../circulation/data/bill-store.ts';
import { holdStore } from '../../circulation/data/hold-store.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { forgetLetters } from '../../notices/data/letter-store.ts';
import { cardStore } from '../data/card-store.ts';
import { type Asked, type Erasure, erasureStore } from '../data/erasure-store.ts';
import { key, sortPrefix } from '../data/keys.ts';
import { loadPatronStatus } from '../data/load-patron-status.ts';
import { cardsOf } from '../data/patron-schemas.ts';
import { patronStore } from '../data/patron-store.ts';
import { erasureReasons, rowWithout } from '../domain/erasure.ts';

const TRIES = 3;

/**
 * Asks for a patron's erasure: begins it, or defers it while something is open and says what. Asked again it says how it
 * stands. Undefined when there is no such patron; 'changed-meanwhile' when others wrote again and again.
 */
export const askErasure = async (
  table: Table,
  asking: Omit<Erasure, 'state' | 'memberId' | 'guarantorId'>,
  audit: (did: string) => AuditLine,
): Promise<Asked | 'changed-meanwhile' | undefined> => {
  const erasures = erasureStore(table);
  for (let i = 0; i < TRIES; i += 1) {
    const patron = await patronStore(table).get(asking.patronId, { strong: true });
    if (!patron) return (await erasures.get(asking.patronId))?.state === 'erasing' ? { state: 'erasing' } : undefined;
    const { status, person } = patron;
    // Another one, when it asks by the id of a patron who was merged into this.
    const { patronId } = status;
    const [lent, holds, bills, cards, formerIds] = await Promise.all([
      itemStore(table).lentTo(patronId),
      holdStore(table).ofPatron(patronId),
      billStore(table).open(patronId),
      Promise.all(cardsOf(person).map((number) => cardStore(table).get(number))),
      formersOf(table, patronId),
    ]);
    const erasure = {
      ...asking,
      patronId,
      ...(formerIds.length > 0 && { formerIds }),
      memberId: status.homeMember,
      ...(status.guarantorId !== undefined && { guarantorId: status.guarantorId }),
    };
    const reasons = erasureReasons({ counters: status.counters, lent, holds, bills });
    if (reasons.length > 0) {
      await erasures.defer(erasure);
      return { state: 'deferred', reasons };
    }
    const known = cards.flatMap((card) => card ?? []);
    if (await erasures.begin(patron, known, erasure, audit('erasure-begun'))) return { state: 'erasing' };
  }
  return 'changed-meanwhile';
};

const formersOf = async (table: Table, patronId: string): Promise<string[]> => {
  const { pk: partition } = key('patronStatus', { patronId });
  const rows = await table.queryAll({ partition, begins: sortPrefix('patronFormer'), strong: true });
  return rows.map(({ formerId }) => String(formerId));
};

/** All ids that an erased patron is known by: the own one, and those of patrons who were merged into it. */
const idsOf = ({ patronId, formerIds = [] }: Erasure): string[] => [patronId, ...formerIds];

const eraseOwnRows = async (table: Table, patronId: string): Promise<void> => {
  const { pk: partition } = key('patronStatus', { patronId });
  for (const { pk, sk, entity, wardId } of await table.queryAll({ partition, strong: true })) {
    if (entity === 'patronWard') {
      const ward = key('patronStatus', { patronId: String(wardId) });
      await table.write([{ update: ward, remove: ['guarantorId'], when: equals('guarantorId', patronId) }]);
    }
    await table.write([{ delete: { pk: String(pk), sk: String(sk) } }]);
  }
};

/** Deletes what lies with an erased patron, and the links of guarantors to and from. Again it finds less to do. */
export const eraseRows = async (table: Table, erasure: Erasure): Promise<void> => {
  for (const patronId of idsOf(erasure)) await eraseOwnRows(table, patronId);
  const { patronId, guarantorId } = erasure;
  if (guarantorId !== undefined) {
    await table.write([{ delete: key('patronWard', { patronId: guarantorId, wardId: patronId }) }]);
  }
};

type Row = Record<string, unknown>;

/** A row without any of these ids, in one go: written once, it is not as read for the next. */
const cleaned = (row: Row, ids: readonly string[]): 'untouched' | 'delete' | Row => {
  let clean: 'untouched' | 'delete' | Row = 'untouched';
  for (const id of ids) {
    const next = rowWithout(clean === 'untouched' ? row : clean, id);
    if (next === 'delete') return next;
    if (next !== 'untouched') clean = next;
  }
  return clean;
};

const sweepRow = async (table: Table, row: Row, ids: readonly string[]): Promise<boolean> => {
  const clean = cleaned(row, ids);
  if (clean === 'untouched') return true;
  const at = { pk: String(row.pk), sk: String(row.sk) };
  const when = typeof row.v === 'number' ? unchanged(row.v) : present();
  const write = clean === 'delete' ? { delete: at, when } : { put: clean as Item, when };
  return (await table.write([write])) === undefined;
};

/**
 * Takes the ids of erased patrons out of all rows of the table, given page by page. Gives the patrons of whom some row was
 * written by others meanwhile: they are swept again.
 */
export const sweepRows = async (
  table: Table,
  pages: AsyncIterable<Record<string, unknown>[]>,
  patronIds: readonly string[],
): Promise<Set<string>> => {
  const again = new Set<string>();
  for await (const rows of pages) {
    for (const row of rows) {
      if (row.entity === 'erasure') continue;
      const named = patronIds.filter((patronId) => JSON.stringify(row).includes(patronId));
      if (!(await sweepRow(table, row, named))) for (const patronId of named) again.add(patronId);
    }
  }
  return again;
};

/**
 * Brings the erasures on: tries those again that were deferred, and carries out those begun: the patron's own rows with
 * the printed letters, then the whole table, and last the row that says that there was something to erase. Broken off anywhere, it goes on there.
 */
export const eraseAll = async (
  table: Table,
  pages: () => AsyncIterable<Record<string, unknown>[]>,
  audit: (did: string) => AuditLine,
  forgetFile: (key: string) => Promise<void>,
): Promise<{ erased: number; deferred: number }> => {
  const erasures = erasureStore(table);
  for (const { state, patronId, askedAt, by } of await erasures.pending()) {
    if (state !== 'deferred') continue;
    const found = await loadPatronStatus(table, patronId, { strong: true });
    // Merged since: who asked with the one card was not asked about the other.
    if (found && found.patronId !== patronId) await erasures.finish(patronId, audit('erasure-dropped'));
    else await askErasure(table, { patronId, askedAt, by }, audit);
  }
  // The index that lists them may lag: what is meant is what stands in the rows.
  const listed = await erasures.pending();
  const read = await Promise.all(listed.map(({ patronId }) => erasures.get(patronId)));
  const begun = read.flatMap((erasure) => (erasure?.state === 'erasing' ? [erasure] : []));
  // The files first: the rows say which they are.
  for (const erasure of begun) await forgetLetters(table, erasure, forgetFile);
  for (const erasure of begun) await eraseRows(table, erasure);
  const ids = begun.flatMap(idsOf);
  const again = ids.length > 0 ? await sweepRows(table, pages(), ids) : new Set<string>();
  const through = begun.filter((erasure) => !idsOf(erasure).some((id) => again.has(id)));
  for (const { patronId } of through) await erasures.finish(patronId, audit('patron-erased'));
  return { erased: through.length, deferred: listed.length - begun.length };
};
