import type { PolicyVersion } from '../../../components/policy-versions.ts';
import { ruleIdOf } from '../../circulation/loan-rules/rule-id.ts';
import type { MemberType } from './templates.ts';

type Rule = PolicyVersion<'loan-rules'>['body']['rules'][number];

/** How long a library of each type lends its own items. */
const lending: Record<MemberType, Rule['values']> = {
  public: { loanPeriod: { days: 21 }, renewals: 2 },
  academic: { loanPeriod: { days: 28 }, renewals: 3, recallable: true },
  school: { loanPeriod: { days: 14 }, renewals: 1 },
  special: { loanPeriod: { days: 21 }, renewals: 2, requestOnly: false, holdable: true },
};

/** Returns the first rules of a library of a type: what its items are lent for, and no fines at its desks. */
export const templateRules = (memberId: string, type: MemberType): Rule[] => {
  const rule = (of: 'loans' | 'fines', part: string, when: Rule['when'], values: Rule['values']): Rule => ({
    ...{ id: ruleIdOf(memberId, of, part), setBy: memberId, when, values },
  });
  const fineFree = rule('fines', 'none', { checkout: memberId }, { finePerDay: 0, fineCap: 0 });
  // A special library lends to patrons of others only when it agrees each time.
  if (type === 'special') {
    return [
      rule('loans', 'on-request', { itemOwner: memberId }, { requestOnly: true, holdable: false }),
      rule('loans', 'own-patrons', { itemOwner: memberId, patronHome: memberId }, lending.special),
      fineFree,
    ];
  }
  return [rule('loans', 'all', { itemOwner: memberId }, lending[type]), fineFree];
};
