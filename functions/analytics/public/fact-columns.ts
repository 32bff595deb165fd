export { factColumns } from '../domain/fact-columns.ts';
