export { statusFindings } from '../domain/loans/patron-checks.ts';
