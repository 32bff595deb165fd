export {
  type Audience,
  asBorrower,
  audiences,
  restrictedName,
  restrictedNames,
  maySee,
  ownTokens,
  type Viewer,
  viewerTokens,
} from '../domain/visibility/visibility.ts';
