import { api, keyed, take } from '../../../api/client.ts';
import type { useKey } from '../../../api/use-key.ts';
import { inForceAt, laterThan, type PolicyVersion } from '../../../components/policy-versions.ts';
import { templateRules } from './first-rules.ts';
import type { MemberType } from './templates.ts';

type Version = PolicyVersion<'loan-rules'>;

/** Loads all versions of the loan rules. */
export const loanRuleVersions = async (): Promise<Version[]> => {
  const { policies } = await take(api.GET('/v1/governance/policies', { params: { query: { kind: 'loan-rules' } } }));
  return policies.filter((one): one is Version => one.kind === 'loan-rules');
};

/**
 * Adopts the first rules of a library in the loan rules in force and in all that begin later. Versions that have them already stay, so
 * that it can be repeated. Without loan rules of the consortium nothing is adopted.
 */
export const adoptTemplateRules = async (
  { memberId, type, decision }: { memberId: string; type: MemberType; decision: string },
  key: ReturnType<typeof useKey>,
): Promise<void> => {
  const versions = await loanRuleVersions();
  const now = new Date().toISOString();
  const first = inForceAt(versions, now);
  if (!first) return;
  const later = laterThan(versions, now).toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1));
  const rules = templateRules(memberId, type);
  let follows = Math.max(...versions.map(({ version }) => version));
  for (const [place, { body, effectiveFrom }] of [first, ...later].entries()) {
    const missing = rules.filter(({ id }) => body.rules.every((one) => one.id !== id));
    if (missing.length === 0) continue;
    const adoption = {
      ...{ kind: 'loan-rules' as const, body: { ...body, rules: [...body.rules, ...missing] } },
      ...{ follows, decisionReference: decision, ...(place > 0 && { effectiveFrom }) },
      ...(place < later.length && { endsLater: false }),
    };
    const adopted = await take(api.POST('/v1/governance/policies', { body: adoption, ...keyed(key.keyFor(adoption)) }));
    follows = adopted.version;
    key.settle();
  }
};
