export { readHeading } from '../domain/index/heading.ts';
