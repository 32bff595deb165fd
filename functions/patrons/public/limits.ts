export { exceeded, type Limit } from '../domain/record/patron-status.ts';
