export { exampleToken, tokenAnswer, tokenAnswerSchema } from '../use-cases/token-answer.ts';
