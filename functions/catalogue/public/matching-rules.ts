export { matchingRules, type RulesAt } from '../data/matching-rules.ts';
