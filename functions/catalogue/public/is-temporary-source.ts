export { isTemporarySource } from '../domain/source-id.ts';
