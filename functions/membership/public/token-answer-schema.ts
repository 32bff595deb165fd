export { tokenAnswerSchema } from '../schemas/token-answer.ts';
