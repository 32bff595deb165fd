import type { Ask, LoanRequest } from '../requests/request.ts';

/** The request with one of its asks changed. */
export const withAsk = (request: LoanRequest, askId: string, change: (ask: Ask) => Ask): LoanRequest => ({
  ...request,
  asks: request.asks.map((ask) => (ask.askId === askId ? change(ask) : ask)),
});
