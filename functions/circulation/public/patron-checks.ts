export { limitFindings, owedLimit, statusFindings } from '../domain/loans/patron-checks.ts';
