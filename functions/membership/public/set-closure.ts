export { setClosure } from '../use-cases/set-closure.ts';
