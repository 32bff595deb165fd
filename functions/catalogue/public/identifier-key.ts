export { identifierKey } from '../domain/index/title-keys.ts';
