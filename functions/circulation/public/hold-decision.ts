export { holdDecision } from '../use-cases/hold-decision.ts';
