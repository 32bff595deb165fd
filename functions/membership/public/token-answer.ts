export { exampleToken, tokenAnswer, tokenAnswerSchema } from '../schemas/token-answer.ts';
