import type { MarcRecord } from '../record.ts';

/**
 * Returns true when a record is UNIMARC, which has the same file extension: no MARC 21 title (245) but a UNIMARC one (200 $a), and
 * either the general processing data (100 $a begins with the date of entry, eight digits and a letter) or the UNIMARC entry map
 * (leader/20-23 `450 `). Takes the leader as read, before repair.
 */
export const isUnimarc = (leaderAsRead: string, record: MarcRecord): boolean => {
  const firstA = (tag: string): string | undefined =>
    record.data.find((field) => field.tag === tag)?.subfields.find((subfield) => subfield.code === 'a')?.value;
  if (record.data.some((field) => field.tag === '245') || firstA('200') === undefined) return false;
  return /^\d{8}[a-z]/.test(firstA('100') ?? '') || leaderAsRead.slice(20, 24) === '450 ';
};
