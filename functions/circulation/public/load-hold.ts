export { withHold } from '../use-cases/load-hold.ts';
