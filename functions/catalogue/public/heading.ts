export type { HeadingValue } from '../domain/index/heading.ts';
