export { limitFindings, owedLimit, standingFindings } from '../domain/patron-checks.ts';
