import { loadReasons } from './es/load-reasons.ts';
import { loads } from './es/loads.ts';

/** Las frases de las salas de cargas y correspondencias, que llegan con la primera de esas salas. */
export const esLoading = {
  ...loadReasons,
  ...loads,
};
