import { erasureReasons, rowWithout } from '../domain/patrons/erasure.ts';
import type { AuditLine } from './audit.ts';
import { billStore } from './bill-store.ts';
import { cardStore } from './card-store.ts';
import { equals, present, unchanged } from './condition.ts';
import { type Asked, type Erasure, erasureStore } from './erasure-store.ts';
import { holdStore } from './hold-store.ts';
import { itemStore } from './item-store.ts';
import { key } from './keys.ts';
import { patronStore } from './patron-store.ts';
import type { Table } from './table.ts';
import type { Item } from './write.ts';

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
  const { patronId } = asking;
  const erasures = erasureStore(table);
  for (let i = 0; i < TRIES; i += 1) {
    const patron = await patronStore(table).get(patronId, { strong: true });
    if (!patron) return (await erasures.get(patronId))?.state === 'erasing' ? { state: 'erasing' } : undefined;
    const { standing, person } = patron;
    const [lent, holds, bills, card] = await Promise.all([
      itemStore(table).lentTo(patronId),
      holdStore(table).ofPatron(patronId),
      billStore(table).open(patronId),
      cardStore(table).get(person.card),
    ]);
    const erasure = {
      ...asking,
      memberId: standing.homeMember,
      ...(standing.guarantorId !== undefined && { guarantorId: standing.guarantorId }),
    };
    const reasons = erasureReasons({ counters: standing.counters, lent, holds, bills });
    if (reasons.length > 0) {
      await erasures.defer(erasure);
      return { state: 'deferred', reasons };
    }
    if (await erasures.begin(patron, card, erasure, audit('erasure-begun'))) return { state: 'erasing' };
  }
  return 'changed-meanwhile';
};

/** Deletes what lies with an erased patron, and the links of guarantors to and from. Again it finds less to do. */
export const eraseRows = async (table: Table, { patronId, guarantorId }: Erasure): Promise<void> => {
  const { pk: partition } = key('patronStanding', { patronId });
  for (const { pk, sk, entity, wardId } of await table.queryAll({ partition, strong: true })) {
    if (entity === 'patronWard') {
      const ward = key('patronStanding', { patronId: String(wardId) });
      await table.write([{ update: ward, remove: ['guarantorId'], when: equals('guarantorId', patronId) }]);
    }
    await table.write([{ delete: { pk: String(pk), sk: String(sk) } }]);
  }
  if (guarantorId !== undefined) {
    await table.write([{ delete: key('patronWard', { patronId: guarantorId, wardId: patronId }) }]);
  }
};

const sweepRow = async (table: Table, row: Record<string, unknown>, patronId: string): Promise<boolean> => {
  const clean = rowWithout(row, patronId);
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
      for (const patronId of patronIds) if (!(await sweepRow(table, row, patronId))) again.add(patronId);
    }
  }
  return again;
};

/**
 * Brings the erasures on: tries those again that were deferred, and carries out those begun: the patron's own rows, then
 * the whole table, and last the row that says that there was something to erase. Broken off anywhere, it goes on there.
 */
export const eraseAll = async (
  table: Table,
  pages: () => AsyncIterable<Record<string, unknown>[]>,
  audit: (did: string) => AuditLine,
): Promise<{ erased: number; deferred: number }> => {
  const erasures = erasureStore(table);
  for (const { state, patronId, askedAt, by } of await erasures.pending()) {
    if (state === 'deferred') await askErasure(table, { patronId, askedAt, by }, audit);
  }
  // The index that lists them may lag: what is meant is what stands in the rows.
  const listed = await erasures.pending();
  const read = await Promise.all(listed.map(({ patronId }) => erasures.get(patronId)));
  const begun = read.flatMap((erasure) => (erasure?.state === 'erasing' ? [erasure] : []));
  for (const erasure of begun) await eraseRows(table, erasure);
  const ids = begun.map(({ patronId }) => patronId);
  const again = ids.length > 0 ? await sweepRows(table, pages(), ids) : new Set<string>();
  const through = ids.filter((patronId) => !again.has(patronId));
  for (const patronId of through) await erasures.finish(patronId, audit('patron-erased'));
  return { erased: through.length, deferred: listed.length - begun.length };
};
