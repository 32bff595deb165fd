export { typedKeys } from '../domain/index/heading.ts';
