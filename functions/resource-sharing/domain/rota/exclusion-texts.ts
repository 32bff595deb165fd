import type { Excluded, Exclusion } from './rota.ts';

/** The reasons why a library is not asked, as the end of a sentence about it. */
export const whyNot: Record<Exclusion, string> = {
  'is-requester': 'has the copy itself, for the patron to use there',
  'does-not-lend': 'does not supply it',
  'not-supplying': 'supplies nobody now',
  'other-country': 'does not supply libraries in this country',
  'cost-over-maximum': 'costs more than is paid',
  'closed-past-need-by': 'is closed until after the day on which it is needed',
  'cannot-arrive-in-time': 'cannot deliver in time',
  'other-copy-preferred': 'has a copy that is asked for first',
};

/** Says why nobody could be asked, for a reader who does not know the libraries: each reason once. */
export const whyNobody = (excluded: readonly Excluded[]): string => {
  const reasons = [...new Set(excluded.map(({ reason }) => whyNot[reason]))];
  if (reasons.length === 0) return 'No library that may be asked has it.';
  return `No library could be asked: each ${reasons.join(', or ')}.`;
};
