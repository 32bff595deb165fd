export { type CallNumber, callNumbersOf } from '../data/call-numbers.ts';
