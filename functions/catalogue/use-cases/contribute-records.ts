import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { attributeUsage } from '../../../layers/platform/runtime/meter.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { writtenRecord } from '../data/lay-edits.ts';
import type { RulesAt } from '../data/matching-rules.ts';
import { defaultItemMapping } from '../domain/items/item-mapping.ts';
import type { ImportCounts } from '../domain/loading/import.ts';
import { type LoadRecord, loadRecord } from '../domain/loading/load-record.ts';
import { loadChunk } from './load-chunk.ts';

/** The dependencies of contributing; `importId` names the run that brings the records. */
export type Contributing = { table: Table; ids: Ids; rulesAt: RulesAt; now: number; importId: string };

/**
 * Stores records without copies that another context makes for a member, as a load of that member's file does: matched by the rules in
 * force, unchanged ones not written, those marked as deleted (leader/05 `d`) withdrawn. Returns the counts of the load.
 */
export const contributeRecords = async (
  { table, ids, rulesAt, now, importId }: Contributing,
  memberId: string,
  records: readonly MarcRecord[],
): Promise<ImportCounts> => {
  attributeUsage({ cause: memberId });
  const context = { memberId, mapping: defaultItemMapping, branches: new Set<string>() };
  const read = records.flatMap((record, offset): LoadRecord[] => {
    const written = writtenRecord(record);
    const one = written && loadRecord({ offset, ...written }, context);
    return one && 'sourceId' in one ? [{ ...one, items: [], itemRejects: [] }] : [];
  });
  const loading = { table, bucket: undefined, ids, now, importId, itemsBy: 'none', rules: await rulesAt(now) };
  return (await loadChunk(loading, read)).counts;
};
