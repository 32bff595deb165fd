export { type Override, overridden, refusalsIn } from '../domain/decisions/findings.ts';
