import type { ReadWarning } from './reasons.ts';

/** The leader of a record that came without one (MARCXML, JSON): a book of unknown making, encoded in Unicode. */
const DEFAULT_LEADER = '00000nam a2200000uu 4500';

/**
 * Takes a leader as read; gives one of 24 characters with the constants of MARC 21 in place: 10-11 are `22`
 * (indicator and subfield code count), 20-23 are `4500` (entry map). Characters that no leader holds become blanks.
 */
export const repairLeader = (leader: string): string => {
  const plain = leader
    .padEnd(24)
    .slice(0, 24)
    .replace(/[^ -~]/g, ' ');
  return `${plain.slice(0, 10)}22${plain.slice(12, 20)}4500`;
};

/** Takes a leader as read, of a form that computes no lengths; gives it repaired, or the one of a record that has none, and adds the warning. */
export const mendedLeader = (leader: string, warnings: ReadWarning[]): string => {
  if (leader.trim() === '') {
    warnings.push({ code: 'leader-missing', detail: '' });
    return DEFAULT_LEADER;
  }
  const mended = repairLeader(leader);
  if (mended !== leader) warnings.push({ code: 'leader-repaired', detail: leader });
  return mended;
};

/** A leader for forms where lengths mean nothing: they are zeros; the rest as MARC 21 has it, in Unicode (09 `a`). */
export const leaderWithoutLengths = (leader: string): string =>
  `00000${leader.slice(5, 9)}a2200000${leader.slice(17, 20)}4500`;
