export type { Override } from '../domain/decisions/findings.ts';
