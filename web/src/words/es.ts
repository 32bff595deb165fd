import { account } from './es/account.ts';
import { catalogue } from './es/catalogue.ts';
import { citation } from './es/citation.ts';
import { frame } from './es/frame.ts';
import { problems } from './es/problems.ts';
import { refusals } from './es/refusals.ts';
import { requests } from './es/requests.ts';
import { teaching } from './es/teaching.ts';
import type { PublicKey } from './word-key.ts';

/** Todas las frases de las salas del público en español; los tipos exigen que no falte ninguna. */
export const es: Record<PublicKey, string> = {
  ...frame,
  ...catalogue,
  ...account,
  ...citation,
  ...problems,
  ...refusals,
  ...requests,
  ...teaching,
};
