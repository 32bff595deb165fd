import type { MonthsClosed } from './months-closed.ts';
import type { Concern, Outcome, Scenario } from './scenario.ts';

type Of = Pick<Scenario, 'scenarioId' | 'year' | 'formula' | 'adopted'>;

const isOfOneFee = (one: Of, other: Of): boolean => one.year === other.year && one.formula.name === other.formula.name;

/** Whether a later adoption took the place of one: by saying so, or, before that was asked, by being of the same formula and year. */
const isReplacedBy = (one: Of, other: Of): boolean => {
  if (one.scenarioId === other.scenarioId || other.adopted === undefined) return false;
  const { replaces, at } = other.adopted;
  if (replaces !== undefined) return replaces.includes(one.scenarioId);
  return isOfOneFee(one, other) && at > (one.adopted?.at ?? '');
};

/** Of adopted scenarios those whose fees are billed: a later decision replaces an earlier one, for good. */
export const inForce = <S extends Of>(adopted: readonly S[]): S[] =>
  adopted.filter((one) => !adopted.some((other) => isReplacedBy(one, other)));

/**
 * By which of the adopted scenarios members paid the year before what a formula holds their fees against: by the one of its name,
 * or by the only one there is, in the same currency. Undefined where several others could be meant: then what was typed counts.
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

/** What stays in force and is billed beside a scenario in its year, but for what it is to replace. */
export const besides = <S extends Of>(
  { scenarioId, year }: Of,
  adopted: readonly S[],
  replaces: readonly string[],
): S[] =>
  inForce(adopted.filter((one) => one.year === year)).filter(
    (one) => one.scenarioId !== scenarioId && !replaces.includes(one.scenarioId),
  );

/** An adopted scenario as a member's staff are told of it: which others had no figures is none of theirs. */
export const redactForMember = (scenario: Scenario): Scenario => {
  if (scenario.adopted === undefined) return scenario;
  const { withoutFigures: _, ...adopted } = scenario.adopted;
  return { ...scenario, adopted };
};

/** What an approver must have seen of an outcome before it is adopted. */
export const concernsOf = (
  { checkedBy, warnings }: { checkedBy: readonly string[]; warnings: readonly unknown[] },
  { withoutFigures = [] }: Pick<Outcome, 'withoutFigures'>,
  others: readonly unknown[],
  closed?: MonthsClosed,
): Concern[] => [
  ...(warnings.length > 0 ? ['larger-pays-less' as const] : []),
  ...(checkedBy.length === 0 ? ['not-checked' as const] : []),
  ...(withoutFigures.length > 0 ? ['without-figures' as const] : []),
  ...(others.length > 0 ? ['beside-others' as const] : []),
  ...(closed ? ['months-closed' as const] : []),
];

/** Why a scenario cannot be adopted. */
export type AdoptionRefusal = {
  code:
    | 'not-draft'
    | 'preparer-approves'
    | 'nobody-pays'
    | 'changed-meanwhile'
    | 'replaces-no-such'
    | 'replaces-unsaid'
    | 'not-acknowledged';
  detail: string;
};

/**
 * Whether a scenario may be adopted by somebody: a draft, by none of those who prepared it or a figure of it (preparer and approver), with the very content (`seal`) that the approver saw.
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
 * Whether an adoption says all that it must: what it replaces is in force in its year, the fee of its own formula is replaced and
 * not billed twice, and every concern was acknowledged by name.
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
      code: 'replaces-unsaid',
      detail: `${twice.scenarioId} is of the same formula and year: say that it is replaced.`,
    };
  const unsaid = found.concerns.filter((concern) => !acknowledged.includes(concern));
  if (unsaid.length === 0) return undefined;
  const late = unsaid.includes('months-closed') && found.closed;
  const which = late ? ` Written already: ${late.months.join(', ')}, to which ${late.amount} minor units fall.` : '';
  return { code: 'not-acknowledged', detail: `To be acknowledged: ${unsaid.join(', ')}.${which}` };
};
