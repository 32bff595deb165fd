export { isAlso } from '../domain/index/heading.ts';
