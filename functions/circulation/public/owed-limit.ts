export { owedLimit } from '../domain/loans/patron-checks.ts';
