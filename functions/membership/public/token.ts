export { SIGNED_IN_SECONDS, TOKEN_SECONDS } from '../domain/token.ts';
