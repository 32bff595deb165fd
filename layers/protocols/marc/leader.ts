import type { ReadWarning } from './reasons.ts';

/** The leader of a record without one (MARCXML, JSON): a book with unknown details, encoded in Unicode. */
const DEFAULT_LEADER = '00000nam a2200000uu 4500';

/**
 * Returns a leader of 24 characters with the constants of MARC 21 in place: 10-11 are `22` (indicator and subfield code count), 20-23
 * are `4500` (entry map). Invalid characters become blanks.
 */
export const repairLeader = (leader: string): string => {
  const plain = leader
    .padEnd(24)
    .slice(0, 24)
    .replace(/[^ -~]/g, ' ');
  return `${plain.slice(0, 10)}22${plain.slice(12, 20)}4500`;
};

/** Returns a repaired leader for a format without lengths, or the default leader, and adds the warning. */
export const mendedLeader = (leader: string, warnings: ReadWarning[]): string => {
  if (leader.trim() === '') {
    warnings.push({ code: 'leader-missing', detail: '' });
    return DEFAULT_LEADER;
  }
  const mended = repairLeader(leader);
  if (mended !== leader) warnings.push({ code: 'leader-repaired', detail: leader });
  return mended;
};

/** Returns a leader for formats in which lengths have no meaning: they are zeros; the rest as in MARC 21, in Unicode (09 `a`). */
export const leaderWithoutLengths = (leader: string): string =>
  `00000${leader.slice(5, 9)}a2200000${leader.slice(17, 20)}4500`;
