export { type RuleEffect, ruleEffect } from '../domain/simulation/rule-effect.ts';
