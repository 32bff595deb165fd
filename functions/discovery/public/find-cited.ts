export { type Cited, type CitedIn, findCited, type LookingUp } from '../use-cases/find-cited.ts';
