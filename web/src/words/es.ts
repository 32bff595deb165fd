import { account } from './es/account.ts';
import { catalogue } from './es/catalogue.ts';
import { desk } from './es/desk.ts';
import { deskActs } from './es/desk-acts.ts';
import { deskMoney } from './es/desk-money.ts';
import { frame } from './es/frame.ts';
import { late } from './es/late.ts';
import { money } from './es/money.ts';
import { notices } from './es/notices.ts';
import { problems } from './es/problems.ts';
import { refusals } from './es/refusals.ts';
import { requests } from './es/requests.ts';
import { scans } from './es/scans.ts';
import { teaching } from './es/teaching.ts';
import type { WordKey } from './word-key.ts';

/** Todas las frases en español; los tipos exigen que no falte ninguna. */
export const es: Record<WordKey, string> = {
  ...frame,
  ...catalogue,
  ...account,
  ...desk,
  ...deskActs,
  ...deskMoney,
  ...late,
  ...money,
  ...notices,
  ...problems,
  ...refusals,
  ...requests,
  ...scans,
  ...teaching,
};
