export { headingKey } from '../domain/index/heading.ts';
