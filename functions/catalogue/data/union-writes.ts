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
 * The writes of a join: blocks, union records and moved sources, each only as it was read. What the stream makes of them
 * is `cause`'s, the member whose load it is: so they bear its id.
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
  ...changes.moved.map(({ sourceId, v, recordId, rulings }) => ({
    update: key('source', { sourceId }),
    set: { recordId, by: cause, ...(rulings && { rulings }) },
    when: unchanged(v),
  })),
  ...possibleDuplicateWrites(changes.possibleDuplicates),
  ...duplicateHoldingWrites(changes.duplicateHoldings),
];

/** The write of a source record as it will be. Takes it with the counter that was read. */
export const sourceWrite = (source: SourceRecord): Write => ({
  put: sourceItem(source),
  when: expectedVersion(source.v),
});
