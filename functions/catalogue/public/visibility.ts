export {
  type Audience,
  asBorrower,
  audiences,
  maySee,
  ownTokens,
  restrictedName,
  restrictedNames,
  type Viewer,
  viewerTokens,
} from '../domain/visibility/visibility.ts';
