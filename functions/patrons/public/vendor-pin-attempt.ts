export { vendorPinAttempt } from '../use-cases/sign-in-attempt.ts';
