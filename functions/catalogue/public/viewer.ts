export { viewerOf } from '../domain/viewer.ts';
