export { refuseAttempt } from '../use-cases/sign-in-attempt.ts';
