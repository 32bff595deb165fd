export { asBorrower, maySee, ownTokens, type Viewer, viewerTokens } from '../domain/visibility/visibility.ts';
