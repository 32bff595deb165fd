export { pictureIn } from '../domain/covers/picture.ts';
export { withoutMetadata } from '../domain/covers/without-metadata.ts';
