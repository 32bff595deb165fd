export { refusalOf } from '../domain/decisions/findings.ts';
