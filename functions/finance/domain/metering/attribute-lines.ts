import { attribute, defaultAttributionPolicy, ofMembers } from '../../../../layers/kernel/usage/attribution.ts';
import type { UsageLine } from '../../../../layers/kernel/usage/usage-line.ts';
import type { PolicyDocument } from '../../../../layers/records/policies/domain/document.ts';
import { inForce } from '../../../../layers/records/policies/domain/document.ts';
import { attributionKind } from './attribution-kind.ts';

/**
 * Attributes each line by the policy in force when it was logged; by the initial one when none is adopted. A line without evidence keeps
 * its attribution. The evidence itself is not stored. Names that are no member, such as a portal that a visitor wrote into the address
 * or an external partner, are ignored: their use would be on no line of the report.
 */
export const attributeLines = (
  lines: readonly UsageLine[],
  policies: readonly PolicyDocument[],
  members: ReadonlySet<string>,
): UsageLine[] =>
  lines.map(({ evidence, ...line }) => {
    if (!evidence) return line;
    const policy = inForce(policies, attributionKind, line.at)?.body ?? defaultAttributionPolicy;
    return { ...line, ...attribute(policy, ofMembers(evidence, members)) };
  });

/** Returns the name of the policy in force at an instant, as shown in a report, e.g. attribution/2. */
export const attributionPolicyName = (policies: readonly PolicyDocument[], at: string): string =>
  `attribution/${inForce(policies, attributionKind, at)?.version ?? 'default'}`;
