export { FACT } from '../domain/fact-columns.ts';
