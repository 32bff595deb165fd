export { changeOf } from '../use-cases/change-of.ts';
