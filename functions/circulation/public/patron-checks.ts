export { limitFindings, owedLimit, statusFindings } from '../domain/patron-checks.ts';
