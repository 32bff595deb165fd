export { withHold } from '../use-cases/own-hold.ts';
