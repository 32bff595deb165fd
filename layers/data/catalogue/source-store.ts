import { isTemporarySource } from '../../domain/catalogue/source-id.ts';
import type { Audience } from '../../domain/catalogue/visibility.ts';
import type { MarcRecord } from '../../domain/marc/record.ts';
import { and, equals, lacks, present } from '../condition.ts';
import { key } from '../keys.ts';
import type { Bucket } from '../object-store.ts';
import { type Table, TableConflict } from '../table.ts';
import { type LeadsOf, leadingMembers } from './leading-members.ts';
import { bytesCame, recordStanding } from './source-bytes.ts';
import { readSource, type SourceRecord } from './source-record.ts';

/** What members contributed. */
export type SourceStore = {
  get(sourceId: string): Promise<SourceRecord | undefined>;
  /** The bytes as they came; from the bucket when they are large. */
  bytes(source: SourceRecord): Promise<Uint8Array>;
  /** The record as it stands: as it came, or as staff edited it. */
  marc(source: SourceRecord): Promise<MarcRecord>;
  /** In what each member's records lead in union records at a time (epoch ms). */
  leads(now: number): Promise<LeadsOf>;
  /** Hides the record; or, with a branch, its copies there. False when there is no such record. */
  hide(sourceId: string, from: Audience[], branchId?: string): Promise<boolean>;
  /** Hides one item. False when the record has no such item. */
  hideItem(sourceId: string, itemId: string, from: Audience[]): Promise<boolean>;
};

const TRIES = 5;

/** The source records kept in the table. Takes the bucket for those too large for it. */
export const sourceStore = (table: Table, bucket?: Bucket): SourceStore => {
  const get = async (sourceId: string): Promise<SourceRecord | undefined> => {
    if (isTemporarySource(sourceId)) return undefined;
    const item = await table.get(key('source', { sourceId }));
    return item && readSource(item);
  };
  return {
    get,
    bytes: (source) => bytesCame(bucket, source),
    marc: (source) => recordStanding(bucket, source),
    leads: leadingMembers(table),
    hide: async (sourceId, from, branchId) => {
      if (isTemporarySource(sourceId)) return false;
      const update = key('source', { sourceId });
      // Whose load moved it last is over: hiding is the owner's act.
      const remove = ['by'];
      if (branchId === undefined)
        return (await table.write([{ update, set: { hiddenFrom: from }, remove, when: present() }])) === undefined;
      for (let i = 0; i < TRIES; i += 1) {
        const stands = await table.get(update, { strong: true });
        if (!stands) return false;
        const { hiddenHoldings } = readSource(stands);
        const set = { hiddenHoldings: { ...hiddenHoldings, [branchId]: from } };
        // Two branches hidden at once are both hidden: the later one adds to what stands.
        const asRead =
          stands.hiddenHoldings === undefined
            ? lacks('hiddenHoldings')
            : equals('hiddenHoldings', stands.hiddenHoldings);
        if (!(await table.write([{ update, set, remove, when: and(present(), asRead) }]))) return true;
      }
      throw new TableConflict(`${sourceId} was hidden ${TRIES} times at once`);
    },
    hideItem: async (sourceId, itemId, from) => {
      if (isTemporarySource(sourceId)) return false;
      const update = {
        update: key('itemDescription', { sourceId, itemId }),
        set: { hiddenFrom: from },
        when: present(),
      };
      // Raises the record's counter as well: a load that read the item before this conflicts, and does not show it again.
      return (await table.write([update, { update: key('source', { sourceId }), when: present() }])) === undefined;
    },
  };
};
