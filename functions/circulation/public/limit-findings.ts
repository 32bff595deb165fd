export { limitFindings } from '../domain/loans/patron-checks.ts';
