import type { Formula, Guard, Part, Scenario, ScenarioRequest } from './workbench.ts';

/** A list's entries under a key of their own, so that fields stay with them when others come and go. */
export type Keyed<T> = { key: number; value: T };

/** A scenario as it stands in the form. */
export type Values = Omit<ScenarioRequest, 'formula' | 'size' | 'costs'> & {
  formula: Omit<Formula, 'parts' | 'guards'>;
  parts: Keyed<Part>[];
  guards: Keyed<Guard>[];
  costs: Record<string, number>;
  /** The figure by which it is warned of larger members that pay less; empty where by none. */
  size: string;
};

let serial = 0;
/** Puts a key to a value. */
export const keyedOne = <T>(value: T): Keyed<T> => {
  serial += 1;
  return { key: serial, value };
};

/** The form of a wish: of a published formula for next year, or of a scenario that is changed. */
export const valuesOf = ({ title, year, formula, costs = {}, size }: ScenarioRequest | Scenario): Values => {
  const { parts, guards = [], ...about } = formula;
  return {
    ...{ title, year, formula: about, costs: { ...costs }, size: size?.figure ?? '' },
    ...{ parts: parts.map(keyedOne<Part>), guards: guards.map(keyedOne<Guard>) },
  };
};

const costsOf = (part: Part): string[] => {
  if (part.kind === 'share') return [part.cost];
  // What is written as data may not be what it should be yet.
  return 'parts' in part && Array.isArray(part.parts) ? part.parts.flatMap(costsOf) : [];
};

/** The names of the costs that parts share, also within parts of parts. */
export const sharedCosts = (parts: readonly Part[]): string[] => [...new Set(parts.flatMap(costsOf))];

/** Those of a form: each must be given. */
export const costNames = ({ parts }: Pick<Values, 'parts'>): string[] => sharedCosts(parts.map(({ value }) => value));

/** What the form asks for. Costs that no part shares any more are left out; how a size is read stays as it was. */
export const scenarioRequestOf = (values: Values, before?: ScenarioRequest['size']): ScenarioRequest => {
  const { title, year, formula, parts, guards, costs, size } = values;
  const named = costNames(values).flatMap((name) => (costs[name] === undefined ? [] : [[name, costs[name]] as const]));
  const base = before?.figure === size ? before : { figure: size };
  return {
    ...{ title, year, costs: Object.fromEntries(named) },
    formula: { ...formula, parts: parts.map(({ value }) => value), guards: guards.map(({ value }) => value) },
    ...(size !== '' && { size: base }),
  };
};

const within: Extract<Part, { kind: 'max-of' }>['parts'] = [
  { kind: 'fixed', title: '', amount: 0 },
  { kind: 'per-unit', title: '', figure: 'population', price: '0' },
];

/** What a part of a kind begins with. */
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

/** What a guard of a kind begins with. */
export const freshGuards: { readonly [K in Guard['kind']]: Extract<Guard, { kind: K }> } = {
  minimum: { kind: 'minimum', title: '', amount: 0, borne: { bornBy: 'nobody' } },
  maximum: { kind: 'maximum', title: '', amount: 0, borne: { bornBy: 'nobody' } },
  'phase-in': { kind: 'phase-in', title: '', percents: ['0', '50'], borne: { bornBy: 'nobody' } },
  'yearly-change': { kind: 'yearly-change', title: '', up: '10', borne: { bornBy: 'nobody' } },
  subsidy: { kind: 'subsidy', title: '', percent: '50', borne: { bornBy: 'nobody' } },
  'by-month': { kind: 'by-month', title: '', borne: { bornBy: 'nobody' } },
  'round-to': { kind: 'round-to', title: '', unit: 100, borne: { bornBy: 'nobody' } },
  transition: {
    ...{ kind: 'transition', title: '', from: new Date().getFullYear() + 1, years: 3 },
    borne: { bornBy: 'nobody' },
  },
};

/** The formula that one begins with who begins with none. */
export const emptyFormula: Formula = {
  ...{ name: 'our-formula', title: '', source: '', currency: 'USD' },
  parts: [freshParts.fixed],
};
