export { callNumberKey } from '../domain/index/title-keys.ts';
