export { closed } from '../domain/index/indexed-text.ts';
