export { temporarySourceId } from '../domain/source-id.ts';
