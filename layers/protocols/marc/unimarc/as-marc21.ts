import type { ReadResult, ReadWarning } from '../reasons.ts';
import type { MarcRecord } from '../record.ts';
import { fromUnimarc } from './from-unimarc.ts';
import { isUnimarc } from './is-unimarc.ts';

/**
 * Returns a UNIMARC record as MARC 21, with one warning for all that has no counterpart there; undefined for a record that is not
 * UNIMARC. Takes the leader as read, before repair, and the warnings so far.
 */
export const asMarc21 = (
  leaderAsRead: string,
  record: MarcRecord,
  warnings: readonly ReadWarning[],
): ReadResult | undefined => {
  if (!isUnimarc(leaderAsRead, record)) return undefined;
  const { record: converted, left } = fromUnimarc({ ...record, leader: leaderAsRead });
  return { record: converted, warnings: [...warnings, { code: 'unimarc-left-out', detail: left.join(', ') }] };
};
