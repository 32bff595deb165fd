import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { isTemporarySource } from '../domain/source-id.ts';
import { key } from './keys.ts';
import { type LeadsOf, leadingMembers } from './leading-members.ts';
import { matchingRules, type RulesAt } from './matching-rules.ts';
import { type HeadingsAt, shownHeadings } from './shown-headings.ts';
import { bytesCame, currentRecord } from './source-bytes.ts';
import { readSource, type SourceRecord } from './source-record.ts';

/** Stores members' contributions. */
export type SourceStore = {
  get(sourceId: string): Promise<SourceRecord | undefined>;
  /** Returns the bytes as contributed; from the bucket when they are large. */
  bytes(source: SourceRecord): Promise<Uint8Array>;
  /** Returns the current record: as contributed, or as staff edited it. */
  marc(source: SourceRecord): Promise<MarcRecord>;
  /** Returns in what each member's records lead in union records at a time (epoch ms). */
  leads(now: number): Promise<LeadsOf>;
  /** Returns the rules by which records are matched at a time (epoch ms). */
  rulesAt: RulesAt;
  /** Returns how headings are shown at a time (epoch ms). */
  headingsAt: HeadingsAt;
};

/** Returns the store of source records in the table. Takes the bucket for those too large for it. */
export const sourceStore = (table: Table, bucket?: Bucket): SourceStore => {
  const get = async (sourceId: string): Promise<SourceRecord | undefined> => {
    if (isTemporarySource(sourceId)) return undefined;
    const item = await table.get(key('source', { sourceId }));
    return item && readSource(item);
  };
  return {
    get,
    bytes: (source) => bytesCame(bucket, source),
    marc: (source) => currentRecord(bucket, source),
    leads: leadingMembers(table),
    rulesAt: matchingRules(table),
    headingsAt: shownHeadings(table),
  };
};
