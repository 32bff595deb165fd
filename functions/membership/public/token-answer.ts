export { tokenAnswer } from '../schemas/token-answer.ts';
