/** The leader of a record that came without one (MARCXML): a book of unknown making, encoded in Unicode. */
export const DEFAULT_LEADER = '00000nam a2200000uu 4500';

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
