import { type Row, type RowChange, textOf } from '../../../layers/platform/dynamodb/row-change.ts';
import { causeOfItemRow } from '../../items/public/cause-of-item-row.ts';
import { memberOfSource } from '../domain/source-id.ts';

const contributorOf = (row: Row): string | undefined => {
  const first: unknown = Array.isArray(row.sources) ? row.sources[0] : undefined;
  const sourceId = textOf(row, 'sourceId') ?? (typeof first === 'string' ? first : undefined);
  return sourceId === undefined ? undefined : memberOfSource(sourceId);
};

/**
 * Returns the member that caused a change of the catalogue, which pays for the indexing that follows. For a copy it is the member of the
 * desk, for a source record or its items the contributor, for a union record the member of the load (else its first contributor), for a
 * merge or split the member of the cataloguer, for an edit the owner of the record. Undefined when the row does not name it.
 */
export const causeOfChange = (change: Pick<RowChange, 'before' | 'after'>): string | undefined => {
  const row = change.after ?? change.before;
  if (row === undefined) return undefined;
  if (row.entity === 'unionDecision') return textOf(row, 'memberId');
  if (row.entity === 'sourceChange') return contributorOf(row);
  if (row.entity === 'item' && change.after) return causeOfItemRow(change);
  return textOf(row, 'by') ?? textOf(row, 'memberId') ?? textOf(row, 'member') ?? contributorOf(row);
};
