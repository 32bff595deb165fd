import { type CursorPage, type PageRequest, readMatching } from '../../../platform/dynamodb/cursor.ts';
import type { Table } from '../../../platform/dynamodb/table.ts';
import { type AuditEntry, auditEntrySchema } from '../domain/audit-entry.ts';
import { CONSORTIUM } from '../domain/audit-place.ts';
import { indexPartition, key } from './keys.ts';

const read = (item: unknown): AuditEntry => auditEntrySchema.strip().parse(item);

/** The entries of a place (a member or the consortium) in a month; of one subject or one actor where these are named. */
type Wanted = { place: string; month: string; subject?: string | undefined; by?: string | undefined };

/** Returns whether an act is of the actor asked for: without a desk in the name, also what was done at any shared desk (`…@dsk_…`). */
const isDoneBy = (actor: unknown, by: string): boolean =>
  actor === by || (!by.includes('@') && String(actor).startsWith(`${by}@`));

/** Lists audit entries, newest first. The consortium reads the entries about a subject of any member. */
export const listAudit = (
  table: Table,
  { place, month, subject, by }: Wanted,
  page: PageRequest,
): Promise<CursorPage<AuditEntry> | 'bad-cursor'> => {
  const partition = indexPartition('audit', 'gsi2', { place });
  const range = { begins: month, backwards: true };
  const isHere = (item: Record<string, unknown>): boolean => place === CONSORTIUM || item.gsi2pk === partition;
  const isBy = (item: Record<string, unknown>): boolean => by === undefined || isDoneBy(item.by, by);
  if (subject === undefined)
    return readMatching(table, { index: 'gsi2', partition, ...range }, page, { wanted: isBy, read });
  const { pk } = key('audit', { subject, at: month, auditId: '-' });
  const wanted = (item: Record<string, unknown>): boolean => isHere(item) && isBy(item);
  return readMatching(table, { partition: pk, ...range }, page, { wanted, read });
};
