export { viewerTokens } from '../domain/visibility/visibility.ts';
