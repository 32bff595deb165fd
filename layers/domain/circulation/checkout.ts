import { millis } from '../calendar/days.ts';
import { type DueDate, dueDate } from '../calendar/due-date.ts';
import { memberOfBranch } from '../identity/roles.ts';
import { type ResolvedRule, ruleOf } from '../policy/resolve.ts';
import { itemFindings } from './checkout-item.ts';
import type { CheckoutRequest } from './checkout-request.ts';
import type { Decision, Explain } from './decision.ts';
import { type Finding, finding, overridden, refusalsIn } from './findings.ts';
import { claims, isAgreed } from './hold.ts';
import { lend } from './lend.ts';
import { limitFindings, owedLimit, standingFindings, tightest } from './patron-checks.ts';
import type { Limit } from './patron-standing.ts';
import { groupsOf, ruleFor } from './policies.ts';
import type { RefusalFor } from './refusals.ts';

/** Whether the owner has said yes to this very loan: the copy is set aside for the patron's consortium loan. */
const isAgreedFor = ({ item, patron, claim, agreed }: CheckoutRequest): boolean =>
  agreed !== undefined || (claims(claim, item.itemId) && isAgreed(claim) && claim.patronId === patron.patronId);

const ruleFindings = ({ values }: ResolvedRule): Finding<'not-lendable' | 'request-only'>[] => [
  finding('not-lendable', values.lendable, values.lendable ? 'Lent by this rule' : 'Not lent by this rule'),
  finding('request-only', !values.requestOnly, values.requestOnly ? 'Lent on request only' : 'Lent by common rules'),
];

/** The limits that a checkout must keep: the consortium's thresholds and the winning rule's own, one a counter. */
export const checkoutLimits = (
  { policies, item }: Pick<CheckoutRequest, 'policies' | 'item'>,
  rule: ResolvedRule,
): Limit[] => {
  const { maxLoans, owedLimit: owed, perGroup } = policies.blocks.body;
  const groups = groupsOf(policies, item.category);
  const limits: Limit[] = [{ counter: 'loans', below: maxLoans }, owedLimit(owed)];
  for (const group of groups) {
    const below = perGroup[group];
    if (below !== undefined) limits.push({ counter: `group:${group}`, below });
  }
  const own = rule.values.maxLoans;
  if (own && own.group === undefined) limits.push({ counter: 'loans', below: own.limit });
  if (own?.group !== undefined && groups.includes(own.group))
    limits.push({ counter: `group:${own.group}`, below: own.limit });
  return tightest(limits);
};

const dueOf = ({ calendar, at, policies, patron, override, agreed }: CheckoutRequest, rule: ResolvedRule): DueDate => {
  if (agreed !== undefined) return { due: agreed.due, moved: [] };
  if (override?.due !== undefined) return { due: override.due, moved: [] };
  const { closedDays, dueNotPastExpiry } = policies.loanRules.body;
  // An expired card let through by an override must not make the loan due in the past.
  const capped =
    dueNotPastExpiry &&
    standingFindings(patron, [], calendar, at).every(({ check, passed }) => check !== 'card-expired' || passed);
  return dueDate({
    calendar,
    from: at,
    period: rule.values.loanPeriod,
    closedDays,
    ...(capped && { notAfter: patron.expiresOn }),
  });
};

/**
 * Decides a checkout with any member's card at any branch: the owner's rule says whether and how long, the branch's
 * calendar until when, the consortium's thresholds whether this patron may. Refuses with all reasons at once (C57, C65,
 * C66, C69); an override lets through those that a supervisor may. Explained either way.
 */
export const decideCheckout = (request: CheckoutRequest): Decision<RefusalFor<'checkout'>> => {
  const { item, patron, branchId, at, calendar, policies, override } = request;
  const rule = ruleFor(policies, item, branchId, patron);
  const limits = checkoutLimits(request, rule);
  const due = dueOf(request, rule);
  const findings: Finding<RefusalFor<'checkout'>>[] = [
    ...itemFindings(request),
    ...(isAgreedFor(request) ? [] : ruleFindings(rule)),
    ...standingFindings(patron, [memberOfBranch(branchId), item.memberId], calendar, at),
    ...limitFindings(patron, limits).flatMap(({ check, ...rest }) =>
      check === 'too-many-holds' ? [] : [{ check, ...rest }],
    ),
    finding('due-not-after-now', millis(due.due) > millis(at), `Due ${due.due}`),
  ];
  const explain: Explain = { checks: findings, rule, policyVersion: policies.loanRules.version, due };
  const refused = refusalsIn(findings, override);
  if (refused.length > 0) return { refused, explain };
  const letThrough = overridden(findings, override);
  const terms = { rule, ruleId: ruleOf(rule, 'loanPeriod'), due: due.due, groups: groupsOf(policies, item.category) };
  return { ...lend(request, { ...terms, limits, letThrough }), explain };
};
