export { SIGNED_IN_SECONDS } from '../domain/token.ts';
