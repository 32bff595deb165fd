export { ruleEffectSchema } from '../domain/simulation/rule-effect.ts';
