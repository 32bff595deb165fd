export { overridden } from '../domain/decisions/findings.ts';
