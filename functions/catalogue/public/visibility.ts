export {
  type Audience,
  asBorrower,
  audiences,
  keptName,
  keptNames,
  maySee,
  ownTokens,
  type Viewer,
  viewerTokens,
} from '../domain/visibility/visibility.ts';
