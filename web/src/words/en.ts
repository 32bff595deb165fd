import { account } from './en/account.ts';
import { catalogue } from './en/catalogue.ts';
import { citation } from './en/citation.ts';
import { frame } from './en/frame.ts';
import { problems } from './en/problems.ts';
import { refusals } from './en/refusals.ts';
import { requests } from './en/requests.ts';
import { teaching } from './en/teaching.ts';

/** All sentences of patrons' rooms in English: the list of what every language must have. */
export const en = {
  ...frame,
  ...catalogue,
  ...account,
  ...citation,
  ...problems,
  ...refusals,
  ...requests,
  ...teaching,
};
