export { planHold as holdDecision } from '../use-cases/plan-hold.ts';
