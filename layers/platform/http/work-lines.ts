import { attribute, defaultAttributionPolicy, type Evidence } from '../../kernel/usage/attribution.ts';
import { noUnits, noWork, plus, type WorkUnits } from '../../kernel/usage/units.ts';
import type { UsageLine } from '../../kernel/usage/usage-line.ts';
import { iso } from '../runtime/clock.ts';
import type { UsagePart } from '../runtime/meter.ts';
import type { ConsumerContract } from './consumer.ts';

/** A usage line with its attribution evidence. */
export type AttributedLine = UsageLine & { evidence: Evidence };

/** The maximum number of causes with a line of their own in one invocation: what fits into one of metering's transactions. */
const MOST_CAUSES = 40;

const used = (units: WorkUnits): boolean => Object.values(units).some((amount) => amount > 0);

type Part = { units: WorkUnits; evidence: Evidence; ms: number };

const byCause = (parts: readonly Part[]): Part[] => {
  const sums = new Map<string, Part>();
  for (const part of parts) {
    // Undefined evidence is omitted: an unknown cause is the same, stated or not.
    const cause = JSON.stringify(part.evidence, Object.keys(part.evidence).sort());
    const known = sums.get(cause) ?? { units: noWork(), evidence: part.evidence, ms: 0 };
    sums.set(cause, { ...known, units: plus(known.units, part.units), ms: known.ms + part.ms });
  }
  return [...sums.values()];
};

const partsOf = (own: Part & { parts: readonly UsagePart[] }): Part[] => {
  const caused = byCause(own.parts.map((part) => ({ ...part, evidence: { ...own.evidence, ...part.evidence } })));
  if (caused.length === 0 || caused.length > MOST_CAUSES) {
    const all = caused.reduce((units, part) => plus(units, part.units), own.units);
    // With this many causes the work counts as work for all members.
    const evidence: Evidence = caused.length === 0 ? own.evidence : { caller: 'consortium' };
    return [{ units: all, evidence, ms: own.ms }];
  }
  const rest = { units: own.units, evidence: own.evidence, ms: 0 };
  return used(own.units) ? [...caused, rest] : caused;
};

/**
 * Returns the log lines of one invocation: one line, or one for each cause of its pieces plus one for the remaining usage. The
 * platform's bill is shared among them by milliseconds. Member ids only, never a person.
 */
export const workLines = (
  contract: Pick<ConsumerContract, 'id' | 'context' | 'service'>,
  usage: { units: WorkUnits; evidence: Evidence; parts: readonly UsagePart[] },
  ended: { startedAt: number; ms: number; failed: boolean; lambdaRequestId: string },
): AttributedLine[] =>
  partsOf({ ...usage, ms: ended.ms }).map(({ units, evidence, ms }, at) => ({
    t: 'usage',
    requestId: at === 0 ? ended.lambdaRequestId : `${ended.lambdaRequestId}.${at}`,
    lambdaRequestId: ended.lambdaRequestId,
    at: iso(ended.startedAt),
    operation: contract.id,
    context: contract.context,
    service: contract.service,
    ...attribute(defaultAttributionPolicy, evidence),
    evidence,
    status: ended.failed ? 500 : 200,
    ms,
    units: { ...noUnits(), ...units },
  }));
