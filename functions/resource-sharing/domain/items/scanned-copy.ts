import type { LoanRequest } from '../requests/request.ts';

/** Whether a record is in no catalogue: its id is generated (`cit_…`) for a citation. */
export const isMadeRecord = (recordId: string): boolean => recordId.startsWith('cit_');

/** The record of the scanned copy, and the current requested one; `confirmed`: staff confirm the difference. */
type Scan = { its: string; wanted: string; confirmed: boolean };

/**
 * Checks whether a scanned copy may be supplied for a request. For a partner’s request without a record the copy
 * determines the record (`taken-over`); a copy of another record, such as another edition, needs confirmation. Between
 * members the request names a union record, and no other copy is accepted.
 */
export const judgeScan = (
  { kind, recordId }: Pick<LoanRequest, 'kind' | 'recordId'>,
  { its, wanted, confirmed }: Scan,
): 'as-asked' | 'taken-over' | 'other-record' => {
  if (its === wanted) return 'as-asked';
  if (kind !== 'outside-supply' || its === '') return 'other-record';
  return isMadeRecord(recordId) || confirmed ? 'taken-over' : 'other-record';
};
