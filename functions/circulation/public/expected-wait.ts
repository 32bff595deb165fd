export { expectedWait } from '../domain/holds/expected-wait.ts';
