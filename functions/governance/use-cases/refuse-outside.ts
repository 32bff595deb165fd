import { isDeepStrictEqual } from 'node:util';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import type { LoanRules } from '../../../layers/records/policies/domain/loan-rules.ts';
import { ownKinds } from '../../../layers/records/policies/domain/own-values.ts';
import { ownNumbersIn } from '../domain/own-part.ts';
import type { Adoption } from '../schemas/policies.ts';
import { currencyAt, floorsAt, refuseBounds, versionsFrom, type Wanted } from './fit-changes.ts';

type MemberBody = Parameters<typeof ownNumbersIn>[0];

const changedRules = ({ rules }: LoanRules, before: LoanRules | undefined): Wanted[] => {
  const at = (index: number) => `/body/body/rules/${index}`;
  const changed = rules.flatMap((rule, index) => {
    const isSame = before?.rules.some((one) => isDeepStrictEqual(one, rule));
    return rule.setBy === 'consortium' || isSame ? [] : [{ rule, at: at(index) }];
  });
  return [{ rules: changed }];
};

const changedValues = (kind: (typeof ownKinds)[number], body: MemberBody, before: MemberBody = {}): Wanted[] =>
  Object.keys(body.members ?? {}).map((memberId) => {
    const was = ownNumbersIn(before, memberId);
    const changed = Object.entries(ownNumbersIn(body, memberId)).filter(([name, value]) => was[name] !== value);
    return { rules: [], own: { kind, after: Object.fromEntries(changed), at: `/body/body/members/${memberId}` } };
  });

/**
 * Refuses what a version changes in the parts of members outside the floors and ceilings of its day. What stays as it was is not judged, and
 * the consortium sets values of a member that are not open to members. Returns the version of the floors by which it judged.
 */
export const refuseOutside = async (policies: PolicyStore, { kind, body }: Adoption, begins: number, now: number) => {
  const own = ownKinds.find((one) => one === kind);
  if (!own && kind !== 'loan-rules') return { judgedBy: {} };
  const [{ first }, { floors, floorsVersion }, currency] = await Promise.all([
    versionsFrom(policies, own ?? 'loan-rules', begins),
    floorsAt(policies, begins),
    currencyAt(policies, now),
  ]);
  const wanted = own
    ? changedValues(own, body as MemberBody, first?.body as MemberBody | undefined)
    : changedRules(body as LoanRules, first?.body as LoanRules | undefined);
  const refused = wanted
    .flatMap((one) => refuseBounds(floors, one, currency)?.refused ?? [])
    .flatMap((one) => (one.code === 'not-own-value' ? [] : [one]));
  const judgedBy: Record<string, number> = { floors: floorsVersion };
  return refused.length > 0 ? { refused } : { judgedBy };
};
