import { millis } from '../../../layers/kernel/calendar/millis.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Adoption, PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { boundFaults } from '../../../layers/records/policies/domain/bound-faults.ts';
import { inForce, type PolicyDocument } from '../../../layers/records/policies/domain/document.ts';
import { floorsKind } from '../../../layers/records/policies/domain/floors.ts';
import { loanRulesKind } from '../../../layers/records/policies/domain/loan-rules.ts';
import { byBeginning, withoutEnded } from '../../../layers/records/policies/domain/versions.ts';
import type { RuleChange } from '../domain/rule-proposal.ts';
import { withChanges } from '../domain/with-change.ts';

type Version = PolicyDocument<typeof loanRulesKind>;
const amounts: readonly string[] = ['finePerDay', 'finePerHour', 'fineCap', 'lostCharge', 'damageCharge'];

/** The version of the loan rules in force on the day of a change, and those that begin later. */
export const versionsFrom = async (policies: PolicyStore, begins: number) => {
  const all = await policies.list(loanRulesKind, true);
  const at = iso(begins);
  const later = withoutEnded(all)
    .filter(({ effectiveFrom }) => millis(effectiveFrom) > begins)
    .toSorted(byBeginning);
  return { first: inForce(all, loanRulesKind, at), later, last: Math.max(0, ...all.map(({ version }) => version)) };
};

/** Refuses the values of changed rules that the floors and ceilings in force on that day do not allow, all at once. */
export const refuseBounds = async (
  policies: PolicyStore,
  { changes, begins, now, currency }: { changes: readonly RuleChange[]; begins: number; now: number; currency: string },
) => {
  const floors = await policies.inForce(floorsKind, begins, now);
  const refused = changes.flatMap(({ after }, row) =>
    boundFaults(floors?.body, after).map(({ value, by, bound }) => ({
      code: by === 'floor' ? ('below-floor' as const) : ('above-ceiling' as const),
      detail: `The ${by} of the consortium is ${bound}.`,
      pointer: `/body/rules/${row}/values/${value}`,
      params: { bound: amounts.includes(value) ? { currency, amount: bound } : bound },
    })),
  );
  return refused.length > 0 ? { refused } : undefined;
};

/**
 * Puts changes into the version in force on their day and into all that begin later, so that none of them takes the changes back. Refuses
 * where one of them has another value.
 */
export const fitChanges = (versions: readonly Version[], changes: readonly RuleChange[]) => {
  const adoptions: Pick<Adoption, 'kind' | 'body'>[] = [];
  for (const { version, body } of versions) {
    const rules = withChanges(body.rules, changes);
    if (!Array.isArray(rules))
      return refuse(
        'later-rules-differ',
        `Version ${version} has another ${rules.value ?? 'rule'} in ${rules.id}.`,
        '/body/rules',
      );
    adoptions.push({ kind: 'loan-rules', body: { ...body, rules } });
  }
  return adoptions;
};
