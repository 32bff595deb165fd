export { exampleToken } from '../schemas/token-answer.ts';
