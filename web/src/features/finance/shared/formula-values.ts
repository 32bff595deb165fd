import type { Formula, Guard, Part, Scenario, ScenarioRequest } from './workbench.ts';

/** A list entry with its own key, so that its fields keep their state when others are added or removed. */
export type Keyed<T> = { key: number; value: T };

/** A line of the consortium's budget. */
export type BudgetLine = NonNullable<ScenarioRequest['budget']>[number];

/** A scenario as entered in the form. */
export type Values = Omit<ScenarioRequest, 'formula' | 'size' | 'costs' | 'budget'> & {
  formula: Omit<Formula, 'parts' | 'guards'>;
  parts: Keyed<Part>[];
  guards: Keyed<Guard>[];
  costs: Record<string, number>;
  budget: BudgetLine[];
  /** The figure used to warn of larger members that pay less; empty for none. */
  size: string;
};

let serial = 0;
/** Adds a key to a value. */
export const keyedOne = <T>(value: T): Keyed<T> => {
  serial += 1;
  return { key: serial, value };
};

/** Returns the form values of a published formula for next year, or of an existing scenario. */
export const valuesOf = ({
  title,
  year,
  formula,
  costs = {},
  size,
  budget = [],
}: ScenarioRequest | Scenario): Values => {
  const { parts, guards = [], ...about } = formula;
  return {
    ...{ title, year, formula: about, costs: { ...costs }, size: size?.figure ?? '', budget: [...budget] },
    ...{ parts: parts.map(keyedOne<Part>), guards: guards.map(keyedOne<Guard>) },
  };
};

const costsOf = (part: Part): string[] => {
  if (part.kind === 'share') return [part.cost];
  return 'parts' in part ? part.parts.flatMap(costsOf) : [];
};

/** Returns the names of the costs that parts share, including nested parts. */
export const sharedCosts = (parts: readonly Part[]): string[] => [...new Set(parts.flatMap(costsOf))];

/** Returns the cost names of a form; each needs an amount. */
export const costNames = ({ parts }: Pick<Values, 'parts'>): string[] => sharedCosts(parts.map(({ value }) => value));

/** Builds the request. Costs that no part shares are left out; how a size is read stays unchanged. */
export const scenarioRequestOf = (values: Values, before?: ScenarioRequest['size']): ScenarioRequest => {
  const { title, year, formula, parts, guards, costs, size, budget } = values;
  const named = costNames(values).flatMap((name) => (costs[name] === undefined ? [] : [[name, costs[name]] as const]));
  const base = before?.figure === size ? before : { figure: size };
  return {
    ...{ title, year, costs: Object.fromEntries(named) },
    formula: { ...formula, parts: parts.map(({ value }) => value), guards: guards.map(({ value }) => value) },
    ...(size !== '' && { size: base }),
    ...(budget.length > 0 && { budget }),
  };
};

const within: Extract<Part, { kind: 'max-of' }>['parts'] = [
  { kind: 'fixed', title: '', amount: 0 },
  { kind: 'per-unit', title: '', figure: 'population', price: '0' },
];

/** The defaults for a new part, by kind. */
export const freshParts: { readonly [K in Part['kind']]: Extract<Part, { kind: K }> } = {
  fixed: { kind: 'fixed', title: '', amount: 0 },
  'per-unit': { kind: 'per-unit', title: '', figure: 'population', price: '0' },
  tiers: { kind: 'tiers', title: '', figure: 'operating-expenditure', method: 'marginal', tiers: [{ percent: '0' }] },
  bands: { kind: 'bands', title: '', figure: 'population', bands: [{ amount: 0 }] },
  share: { kind: 'share', title: '', cost: 'ils', percent: '100', addPercent: '0', key: { by: 'equal' } },
  flag: { kind: 'flag', title: '', flag: 'rural', is: true, amount: 0 },
  prorated: { kind: 'prorated', title: '', amount: 0, limits: [{ figure: 'population', full: 1000 }] },
  'sum-of': { kind: 'sum-of', title: '', parts: [{ kind: 'fixed', title: '', amount: 0 }] },
  'max-of': { kind: 'max-of', title: '', parts: within },
  'min-of': { kind: 'min-of', title: '', parts: within },
};

/** The defaults for a new guard, by kind. */
export const freshGuards: { readonly [K in Guard['kind']]: Extract<Guard, { kind: K }> } = {
  minimum: { kind: 'minimum', title: '', amount: 0, borne: { bornBy: 'nobody' } },
  maximum: { kind: 'maximum', title: '', amount: 0, borne: { bornBy: 'nobody' } },
  'phase-in': { kind: 'phase-in', title: '', percents: ['0', '50'], borne: { bornBy: 'nobody' } },
  'yearly-change': { kind: 'yearly-change', title: '', up: '10', borne: { bornBy: 'nobody' } },
  subsidy: { kind: 'subsidy', title: '', percent: '50', borne: { bornBy: 'nobody' } },
  discount: { kind: 'discount', title: '', amount: 0, borne: { bornBy: 'others' } },
  'by-month': { kind: 'by-month', title: '', borne: { bornBy: 'nobody' } },
  'round-to': { kind: 'round-to', title: '', unit: 100, borne: { bornBy: 'nobody' } },
  transition: {
    ...{ kind: 'transition', title: '', from: new Date().getFullYear() + 1, years: 3 },
    borne: { bornBy: 'nobody' },
  },
};

/** The formula of a scenario started from scratch. */
export const emptyFormula: Formula = {
  ...{ name: 'our-formula', title: '', source: '', currency: 'USD' },
  parts: [freshParts.fixed],
};
