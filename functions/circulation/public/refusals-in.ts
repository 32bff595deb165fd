export { refusalsIn } from '../domain/decisions/findings.ts';
