/** The archive's table as templates and documents need it: its name, columns and folders. */

export { FACT_FOLDER } from './analytics/data/fact-keys.ts';
export { QUERY_FOLDER } from './analytics/data/files.ts';
export { FACT, factColumns } from './analytics/domain/fact-columns.ts';
