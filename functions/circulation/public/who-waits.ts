export { whoWaitsIn } from '../use-cases/who-waits.ts';
