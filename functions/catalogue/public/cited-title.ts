export { findTitled } from '../use-cases/cited-title.ts';
