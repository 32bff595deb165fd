export { causeOfChange } from '../use-cases/cause-of-change.ts';
