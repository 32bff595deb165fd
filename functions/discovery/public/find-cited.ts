export { type CitedIn, findCited, findTitled } from '../use-cases/find-cited.ts';
