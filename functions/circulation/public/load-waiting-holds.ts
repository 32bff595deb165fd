export { waitingHoldsIn } from '../use-cases/load-waiting-holds.ts';
