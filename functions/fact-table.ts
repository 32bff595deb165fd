/** The archive's table as templates and documents need it: its name, columns and folders. */
export { FACT, factColumns } from './analytics/domain/fact-columns.ts';
export { FACT_FOLDER, QUERY_FOLDER } from './analytics/domain/fact-file.ts';
