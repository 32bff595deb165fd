export { releasePage } from '../domain/holds/target-hold.ts';
