export { type RefusalFor, refusalsOf } from '../domain/refusals.ts';
