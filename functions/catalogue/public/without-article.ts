export { withoutArticle } from '../domain/index/title-keys.ts';
