export { withoutMetadata } from '../domain/covers/without-metadata.ts';
