import type { MiddlewareObj } from '@middy/core';
import { answerHeaders } from '../../../kernel/answer-headers.ts';
import type { Exchange } from '../exchange.ts';
import type { HttpAnswer } from '../problem.ts';

type Answering = { response: HttpAnswer | null };

const secure = (request: Answering): void => {
  if (request.response) request.response.headers = { ...answerHeaders, ...request.response.headers };
};

/** Adds the headers of every answer to successes and refusals, without changing those that the operation set. */
export const secureAnswers = (): MiddlewareObj<Exchange, HttpAnswer> => ({
  after: (request) => secure(request as Answering),
  onError: (request) => secure(request as Answering),
});
