export { refusalOf } from '../domain/findings.ts';
