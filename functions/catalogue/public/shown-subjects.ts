export type { ShowSubject } from '../domain/views/shown-headings.ts';
export { shownSubjects } from '../domain/views/shown-headings.ts';
