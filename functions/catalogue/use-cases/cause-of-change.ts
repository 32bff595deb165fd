import { type Row, type RowChange, textOf } from '../../../layers/platform/dynamodb/row-change.ts';
import { causeOfItemRow } from '../../items/public/cause-of-item-row.ts';
import { memberOfSource } from '../domain/source-id.ts';

const contributorOf = (row: Row): string | undefined => {
  const first: unknown = Array.isArray(row.sources) ? row.sources[0] : undefined;
  const sourceId = textOf(row, 'sourceId') ?? (typeof first === 'string' ? first : undefined);
  return sourceId === undefined ? undefined : memberOfSource(sourceId);
};

/**
 * Names the member whose act a change of the catalogue was, so that what the index makes of it is paid by that member: of a copy
 * the member at whose desk it happened, of a source record or its items the contributor, of a
 * union record the member whose load brought it about (else its first contributor), of a merge or split the member whose
 * cataloguer decided it, of an edit the member whose record it is. Undefined when the row does not say.
 */
export const causeOfChange = (change: Pick<RowChange, 'before' | 'after'>): string | undefined => {
  const row = change.after ?? change.before;
  if (row === undefined) return undefined;
  if (row.entity === 'unionDecision') return textOf(row, 'memberId');
  if (row.entity === 'sourceChange') return contributorOf(row);
  if (row.entity === 'item' && change.after) return causeOfItemRow(change);
  return textOf(row, 'by') ?? textOf(row, 'memberId') ?? textOf(row, 'member') ?? contributorOf(row);
};
