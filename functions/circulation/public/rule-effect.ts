export { type RuleEffect, ruleEffect, ruleEffectSchema } from '../domain/simulation/rule-effect.ts';
export type { SimulatedPolicies } from '../domain/simulation/simulated-policies.ts';
