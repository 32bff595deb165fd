import type { Case, CaseList } from './case.ts';

const later = 'part of bodies, screens and simulation';
const abouts: Readonly<Record<number, string>> = {
  1: 'Quorum of 6 voters',
  2: 'Quorum of 7 voters, shown before the bylaws are adopted',
  3: 'Quorum of 362 and 363 voters',
  4: 'Quorum by weight',
  5: 'One ballot by three bases',
  6: 'Abstentions that do not count for the quorum',
  7: 'One vote among abstentions, with and without a floor',
  8: 'Nothing without a vote in favour',
  9: 'Recused members and the base',
  10: 'A quorum that is lost during a meeting',
  11: 'Two-thirds and percentages near it',
  12: 'At least and more than two-thirds',
  13: 'A majority of at least half is refused',
  14: 'Two-thirds by weight of three bases',
  15: 'A majority by heads and by weight',
  16: 'A limit of weights',
  17: 'Weights that binary numbers would round',
  18: 'Two-thirds of 100 by weight',
  19: 'Weights by a formula',
  20: 'Voting power',
  21: 'The veto of a chamber',
  22: 'A list of some members',
  23: 'Refused by more than one-third',
  24: 'Bands of population',
  25: 'Four methods on the same ballots',
  26: 'A cycle of preferences',
  27: 'Exhausted ballots',
  28: 'Fractions of a surplus',
  29: 'A lot that anyone draws again',
  30: 'Invalid papers',
  31: 'Rounds of consent',
  32: 'Objections with reasons, and silence',
  33: 'Seven days over the change of the clock',
  34: 'The last instant of a ballot',
  35: 'A vote whose answer was lost, repeated after the close',
  36: 'Local times that do not exist, or exist twice',
  37: 'The end of a local day',
  38: 'Fourteen days over the change of the clock',
  39: 'Clear days',
  40: 'The calendar of an electronic vote after a meeting',
  41: 'Two readings',
  42: 'Reminders in the last 24 hours',
  43: 'A changed vote',
  44: 'Many votes of one member at the same time',
  45: 'Two persons of one member',
  46: 'Limits and chains of proxies',
  47: 'A member that votes itself',
  48: 'A proxy taken back',
  49: 'Proxies and the quorum of a meeting',
  50: 'The weight that a holder carries',
  51: 'Members that leave before the close',
  52: 'A member that joins after the opening',
  53: 'Secret weights that reveal votes',
  54: 'The fewest voters of a secret ballot',
  59: 'Supporters of one version of a text, and the deadline of amendments',
  60: 'Amendments of the same value',
  61: 'A policy that changed while the ballot ran',
  62: 'A version that was decided before and begins later',
  63: 'Two runs that enact at the same time',
  64: 'Sunset and exceptions',
  65: 'Rules in another order',
  66: 'Fines of other rates and limits',
  67: 'Refusals of a lower limit, one by one',
  68: 'Renewals and overdue loans of other periods',
  69: 'Shares by member, unknown rows, and a part of the year',
  71: 'Refusals for debts under a higher limit',
  74: 'Terms of seats',
  75: 'Emergency decisions that must be ratified',
  76: 'Minutes that were approved',
  77: 'Statements for and against',
  79: 'A review on the agenda',
  80: 'A recount from the download',
};

/** Cases whose rule has a test of its own, while the operation or screen that they also name does not exist yet. */
const rulesOnly = new Set([
  7, 10, 11, 19, 20, 22, 24, 36, 37, 39, 40, 41, 45, 51, 54, 59, 60, 62, 64, 65, 67, 74, 75, 76, 77, 79,
]);

const cases = Array.from({ length: 80 }, (_, place): Case => {
  const number = place + 1;
  const about = abouts[number];
  if (about === undefined) return { case: `G${number}`, about: 'Governance', later };
  return { case: `G${number}`, about, ...(rulesOnly.has(number) && { partly: later }) };
});

/** The acceptance cases of governance, by number (npm run cases -- governance). */
export const governanceCases: CaseList = { letter: 'G', projects: ['domain', 'stores'], cases, benches: [] };
