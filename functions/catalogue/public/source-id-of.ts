export { sourceIdOf } from '../domain/source-id.ts';
