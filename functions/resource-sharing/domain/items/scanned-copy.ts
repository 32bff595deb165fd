import type { LoanRequest } from '../requests/request.ts';

/** Whether a record stands in no catalogue: it is made (`cit_…`) for what only a citation names. */
export const isMadeRecord = (recordId: string): boolean => recordId.startsWith('cit_');

/** The record of the copy that was scanned, and the one asked for as it is now; `confirmed`: people say that it is meant. */
type Scan = { its: string; wanted: string; confirmed: boolean };

/**
 * Whether a scanned copy may be supplied for a request. Of a partner’s request that no record was found for, the copy
 * decides what is supplied (`taken-over`); a copy of another record, another edition say, only where people confirm it.
 * Between members the request names a record of the union, and no other copy is meant.
 */
export const judgeScan = (
  { kind, recordId }: Pick<LoanRequest, 'kind' | 'recordId'>,
  { its, wanted, confirmed }: Scan,
): 'as-asked' | 'taken-over' | 'other-record' => {
  if (its === wanted) return 'as-asked';
  if (kind !== 'outside-supply' || its === '') return 'other-record';
  return isMadeRecord(recordId) || confirmed ? 'taken-over' : 'other-record';
};
