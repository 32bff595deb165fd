export { TOKEN_SECONDS } from '../domain/token.ts';
