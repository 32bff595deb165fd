export type { ShowHeadings } from '../domain/views/shown-headings.ts';
export { withShownHeadings } from '../domain/views/shown-headings.ts';
