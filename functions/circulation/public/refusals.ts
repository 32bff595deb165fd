export { type RefusalFor, refusalsOf } from '../domain/decisions/refusals.ts';
