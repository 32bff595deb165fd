export { keyOf } from '../domain/index/title-keys.ts';
