export { viewerOf } from '../use-cases/viewer.ts';
