import { loadReasons } from './en/load-reasons.ts';
import { loads } from './en/loads.ts';

/** The sentences of the rooms of loads and mappings in English, which come with the first of these rooms. */
export const enLoading = {
  ...loadReasons,
  ...loads,
};
