export { isLost } from '../domain/loan-states.ts';
