export { callNumberKey, identifierKey, keyOf, withoutArticle } from '../domain/index/title-keys.ts';
