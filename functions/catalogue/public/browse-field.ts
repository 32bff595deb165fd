export { browseField } from '../domain/index/heading.ts';
