export { keyText } from '../domain/index/heading.ts';
