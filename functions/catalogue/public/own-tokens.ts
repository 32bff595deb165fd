export { ownTokens } from '../domain/visibility/visibility.ts';
