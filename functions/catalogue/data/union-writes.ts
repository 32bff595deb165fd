import { expectedVersion, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { UnionChanges } from '../domain/union/union-state.ts';
import { duplicateHoldingWrites } from './duplicate-holdings-store.ts';
import { key } from './keys.ts';
import { pageItem } from './match-block.ts';
import { possibleDuplicateWrites } from './possible-duplicate-store.ts';
import { type SourceRecord, sourceItem } from './source-record.ts';
import { recordItem } from './union-record.ts';

/**
 * Returns the writes of a join: blocks, union records and moved sources, each conditioned on what was read. They contain the id of `cause`,
 * the member of the load, to which the indexing that follows is attributed.
 */
export const unionWrites = (changes: UnionChanges, cause: string): Write[] => [
  ...changes.blocks.flatMap((block) =>
    [...(changes.dirtyPages.get(block.key) ?? [])].map((page) => ({
      put: pageItem(block, page),
      when: expectedVersion(block.pages[page]?.v ?? 0),
    })),
  ),
  ...changes.records.map((record) => ({ put: { ...recordItem(record), by: cause }, when: expectedVersion(record.v) })),
  ...changes.rests.map((record) => ({ check: key('record', record), when: unchanged(record.v) })),
  ...changes.moved.map(({ sourceId, v, recordId, matchKeys, rulings }) => ({
    update: key('source', { sourceId }),
    set: { recordId, matchKeys: [...matchKeys], by: cause, ...(rulings && { rulings }) },
    when: unchanged(v),
  })),
  ...possibleDuplicateWrites(changes.possibleDuplicates),
  ...duplicateHoldingWrites(changes.duplicateHoldings),
];

/** Returns the write of a changed source record. Takes it with the counter that was read. */
export const sourceWrite = (source: SourceRecord): Write => ({
  put: sourceItem(source),
  when: expectedVersion(source.v),
});
