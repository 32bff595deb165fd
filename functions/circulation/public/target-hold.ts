export { releasePage } from '../domain/target-hold.ts';
