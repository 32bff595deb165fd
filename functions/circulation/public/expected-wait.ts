export { expectedWait } from '../domain/expected-wait.ts';
