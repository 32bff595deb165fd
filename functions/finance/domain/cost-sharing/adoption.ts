import type { MonthsClosed } from './months-closed.ts';
import type { Concern, Outcome, Scenario } from './scenario.ts';
import type { TariffCheck } from './tariff-check-schema.ts';

type Of = Pick<Scenario, 'scenarioId' | 'year' | 'formula' | 'adopted'>;

const isOfOneFee = (one: Of, other: Of): boolean => one.year === other.year && one.formula.name === other.formula.name;

/** Returns whether a later adoption replaced one: explicitly, or, for older adoptions, by having the same formula and year. */
const isReplacedBy = (one: Of, other: Of): boolean => {
  if (one.scenarioId === other.scenarioId || other.adopted === undefined) return false;
  const { replaces, at } = other.adopted;
  if (replaces !== undefined) return replaces.includes(one.scenarioId);
  return isOfOneFee(one, other) && at > (one.adopted?.at ?? '');
};

/** Returns the adopted scenarios that are billed: a later decision permanently replaces an earlier one. */
export const inForce = <S extends Of>(adopted: readonly S[]): S[] =>
  adopted.filter((one) => !adopted.some((other) => isReplacedBy(one, other)));

/**
 * Returns the adopted scenario of the previous year that a formula compares fees with: the one of its name, or the only one, in the same
 * currency. Undefined when several others are possible: then the entered fees count.
 */
export const scenarioBefore = <S extends Of>(
  { year, formula }: Omit<Of, 'scenarioId'>,
  adopted: readonly S[],
): S | undefined => {
  const { name, currency } = formula;
  const before = inForce(adopted.filter((one) => one.year === year - 1)).filter(
    (one) => one.formula.currency === currency,
  );
  return before.find((one) => one.formula.name === name) ?? (before.length === 1 ? before[0] : undefined);
};

/** Returns the scenarios that remain in force and are billed besides a scenario in its year, except those that it replaces. */
export const besides = <S extends Of>(
  { scenarioId, year }: Of,
  adopted: readonly S[],
  replaces: readonly string[],
): S[] =>
  inForce(adopted.filter((one) => one.year === year)).filter(
    (one) => one.scenarioId !== scenarioId && !replaces.includes(one.scenarioId),
  );

/** Returns an adopted scenario as a member's staff may see it: without the other members that lacked figures. */
export const redactForMember = (scenario: Scenario): Scenario => {
  if (scenario.adopted === undefined) return scenario;
  const { withoutFigures: _, ...adopted } = scenario.adopted;
  return { ...scenario, adopted };
};

/** Returns what an approver must acknowledge about an outcome before its adoption. */
export const concernsOf = (
  {
    checkedBy,
    warnings,
    tariff,
    uncovered = [],
  }: {
    checkedBy: readonly string[];
    warnings: readonly unknown[];
    tariff?: TariffCheck;
    uncovered?: readonly unknown[];
  },
  { withoutFigures = [] }: Pick<Outcome, 'withoutFigures'>,
  others: readonly unknown[],
  closed?: MonthsClosed,
): Concern[] => [
  ...(warnings.length > 0 || (tariff?.drops ?? []).length > 0 ? ['larger-pays-less' as const] : []),
  ...(checkedBy.length === 0 ? ['not-checked' as const] : []),
  ...(uncovered.length > 0 ? ['cost-not-covered' as const] : []),
  ...(withoutFigures.length > 0 ? ['without-figures' as const] : []),
  ...(others.length > 0 ? ['beside-others' as const] : []),
  ...(closed ? ['months-closed' as const] : []),
];

/** The reason why a scenario cannot be adopted. */
export type AdoptionRefusal = {
  code:
    | 'not-draft'
    | 'preparer-approves'
    | 'nobody-pays'
    | 'changed-meanwhile'
    | 'replaces-no-such'
    | 'replacement-not-stated'
    | 'not-acknowledged';
  detail: string;
};

/**
 * Refuses an adoption unless the scenario is a draft, the actor is none of its preparers (nor of its figures), and its content has the
 * `seal` that the approver saw.
 */
export const refuseAdoption = (
  { state, preparers, v }: Pick<Scenario, 'state' | 'preparers' | 'v'>,
  decision: { by: string; v: number; seal: string },
  found: { seal: string; members: number; figuresBy: readonly string[] },
): AdoptionRefusal | undefined => {
  if (state !== 'draft') return { code: 'not-draft', detail: 'It was adopted already.' };
  if (preparers.includes(decision.by))
    return { code: 'preparer-approves', detail: 'Who made or changed it does not adopt it.' };
  if (found.figuresBy.includes(decision.by))
    return { code: 'preparer-approves', detail: 'Who set a figure of it does not adopt it.' };
  if (found.members === 0) return { code: 'nobody-pays', detail: 'No member takes part in it.' };
  if (v !== decision.v || found.seal !== decision.seal)
    return { code: 'changed-meanwhile', detail: 'It, or a figure of it, is no longer as you saw it: look again.' };
  return undefined;
};

/**
 * Refuses an incomplete adoption: the replaced scenarios must be in force in its year, the fee of its own formula must be replaced and
 * not billed twice, and every concern must be acknowledged by name.
 */
export const refuseUnsaid = (
  scenario: Of,
  { replaces, acknowledged }: { replaces: readonly string[]; acknowledged: readonly Concern[] },
  found: { adopted: readonly Of[]; concerns: readonly Concern[]; closed?: MonthsClosed | undefined },
): AdoptionRefusal | undefined => {
  const current = besides(scenario, found.adopted, []);
  const unknown = replaces.filter((id) => !current.some(({ scenarioId }) => scenarioId === id));
  if (unknown.length > 0)
    return { code: 'replaces-no-such', detail: `Not in force in ${scenario.year}: ${unknown.join(', ')}.` };
  const twice = current.find((one) => isOfOneFee(one, scenario) && !replaces.includes(one.scenarioId));
  if (twice)
    return {
      code: 'replacement-not-stated',
      detail: `${twice.scenarioId} is of the same formula and year: say that it is replaced.`,
    };
  const unsaid = found.concerns.filter((concern) => !acknowledged.includes(concern));
  if (unsaid.length === 0) return undefined;
  const late = unsaid.includes('months-closed') && found.closed;
  const which = late ? ` Written already: ${late.months.join(', ')}, to which ${late.amount} minor units fall.` : '';
  return { code: 'not-acknowledged', detail: `To be acknowledged: ${unsaid.join(', ')}.${which}` };
};
