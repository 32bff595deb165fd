export { withdrawalFindings } from '../domain/withdrawal.ts';
