import { attribute, defaultAttributionPolicy, ofMembers } from '../../../../layers/kernel/usage/attribution.ts';
import type { UsageLine } from '../../../../layers/kernel/usage/usage-line.ts';
import type { PolicyDocument } from '../../../../layers/records/policies/domain/document.ts';
import { inForce } from '../../../../layers/records/policies/domain/document.ts';
import { attributionKind } from './attribution-kind.ts';

/**
 * Says whose use each line is, by the policy in force when it was logged; the first day's where
 * none is adopted. A line without evidence keeps what it says. The evidence itself is not kept. What names no member, a door
 * that a visitor wrote into the address or a partner outside, counts as not said: its use would stand on no line of the report.
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

/** The name of the policy in force at an instant, as a report shows it, e.g. attribution/2. */
export const attributionPolicyName = (policies: readonly PolicyDocument[], at: string): string =>
  `attribution/${inForce(policies, attributionKind, at)?.version ?? 'default'}`;
