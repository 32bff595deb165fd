export { machinePinAttempt } from '../use-cases/sign-in-attempt.ts';
