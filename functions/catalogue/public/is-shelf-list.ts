export { isShelf } from '../domain/index/heading.ts';
