export { headingsKind } from '../domain/views/shown-headings.ts';
