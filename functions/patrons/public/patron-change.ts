export { patronChange } from '../use-cases/patron-change.ts';
