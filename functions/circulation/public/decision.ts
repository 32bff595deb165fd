export { type Changes, type Decided, nothingYet, type Refusal } from '../domain/decisions/decision.ts';
