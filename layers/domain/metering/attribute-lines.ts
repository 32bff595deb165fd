import type { PolicyDocument } from '../policy/document.ts';
import { inForce } from '../policy/document.ts';
import { attribute, defaultAttributionPolicy } from './attribution.ts';
import type { UsageLine } from './usage-line.ts';

/**
 * Says whose use each line is, by the policy in force when it was logged (design.md section 8); the first day's where
 * none is adopted. A line without evidence keeps what it says. The evidence itself is not kept. A door is only what a
 * visitor wrote into the address: one that is no member's is none, or its use would stand on no line of the report.
 */
export const attributeLines = (
  lines: readonly UsageLine[],
  policies: readonly PolicyDocument[],
  members: ReadonlySet<string>,
): UsageLine[] =>
  lines.map(({ evidence, ...line }) => {
    if (!evidence) return line;
    const policy = inForce(policies, 'attribution', line.at)?.body ?? defaultAttributionPolicy;
    const { door, ...trusted } = evidence;
    return { ...line, ...attribute(policy, door !== undefined && members.has(door) ? evidence : trusted) };
  });

/** The name of the policy in force at an instant, as a report shows it, e.g. attribution/2. */
export const attributionPolicyName = (policies: readonly PolicyDocument[], at: string): string =>
  `attribution/${inForce(policies, 'attribution', at)?.version ?? 'default'}`;
