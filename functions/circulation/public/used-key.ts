export { newKey } from '../use-cases/used-key.ts';
