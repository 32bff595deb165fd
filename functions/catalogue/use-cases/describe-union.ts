import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { hiddenOf } from '../data/hidden-with.ts';
import { key } from '../data/keys.ts';
import type { LeadsOf } from '../data/leading-members.ts';
import { unpackedMarc } from '../data/packed-marc.ts';
import { readSource } from '../data/source-record.ts';
import { findRecord } from '../data/union-record.ts';
import type { DescribedRecord } from '../domain/citation-of-record.ts';
import { readStored } from '../domain/loading/load-record.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { unionDescription } from '../domain/union/union-description.ts';
import { maySee, type Viewer } from '../domain/visibility/visibility.ts';

/** The dependencies of describing union records: the table, and which members' records lead at a time (epoch ms). */
export type Describing = { table: Table; leads: (now: number) => Promise<LeadsOf> };

/** The viewer and the time (epoch ms). */
export type Looking = { viewer: Viewer; now: number };

/** The viewer for descriptions that leave the consortium or a library. */
export const everybody: Viewer = { kind: 'anonymous' };

/**
 * Returns the description of a union record as pages show it, from those of its sources that the viewer may see and that are stored in the
 * table; sources too large for the table are left out. Undefined when no source remains.
 */
export const describeUnion = async (
  { table, leads }: Describing,
  recordId: string,
  { viewer, now }: Looking,
): Promise<DescribedRecord | undefined> => {
  const found = await findRecord(table, recordId);
  if (!found) return undefined;
  const [leadsOf, rows] = await Promise.all([
    leads(now),
    table.getMany(found.now.sources.map((sourceId) => key('source', { sourceId }))),
  ]);
  const sources = rows.flatMap((row) => {
    const source = row && readSource(row);
    if (!source?.marc) return [];
    const { sourceId, form, marc, hiddenFrom } = source;
    const memberId = memberOfSource(sourceId);
    return [{ sourceId, memberId, hiddenFrom, leads: leadsOf(memberId), record: readStored(form, unpackedMarc(marc)) }];
  });
  const seenBy = (who: Viewer) => sources.filter(({ memberId, hiddenFrom }) => maySee(who, memberId, hiddenFrom));
  const [seen, open] = [seenBy(viewer), seenBy(everybody)];
  const description = unionDescription(seen);
  // When all that the viewer sees is public, one description serves both.
  const publicDescription = seen.every((source) => open.includes(source)) ? description : unionDescription(open);
  return (
    description && {
      recordId: found.now.recordId,
      description,
      ...(publicDescription && { publicDescription }),
    }
  );
};

/** Returns whether a viewer may see any of these source records; true for an empty list, as nothing is hidden. */
export const isSeenBy = async (table: Table, sources: readonly string[], viewer: Viewer): Promise<boolean> => {
  const rows = await table.getMany(sources.map((sourceId) => key('source', { sourceId })));
  return sources.length === 0 || sources.some((id, at) => maySee(viewer, memberOfSource(id), hiddenOf(rows[at])));
};
