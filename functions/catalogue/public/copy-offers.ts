export { type Standing, standingOfCopy } from '../use-cases/copy-offers.ts';
