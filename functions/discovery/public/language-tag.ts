export { languageTag } from '../domain/export/language-tag.ts';
