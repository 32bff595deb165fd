/** The archive's table as templates and documents need it: its name, columns and folders. */

export { factColumns } from './analytics/public/fact-columns.ts';
export { FACT_FOLDER } from './analytics/public/fact-folder.ts';
export { FACT } from './analytics/public/fact-table-name.ts';
export { QUERY_FOLDER } from './analytics/public/query-folder.ts';
