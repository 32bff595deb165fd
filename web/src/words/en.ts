import { account } from './en/account.ts';
import { catalogue } from './en/catalogue.ts';
import { desk } from './en/desk.ts';
import { deskActs } from './en/desk-acts.ts';
import { deskMoney } from './en/desk-money.ts';
import { frame } from './en/frame.ts';
import { late } from './en/late.ts';
import { money } from './en/money.ts';
import { notices } from './en/notices.ts';
import { problems } from './en/problems.ts';
import { refusals } from './en/refusals.ts';
import { requests } from './en/requests.ts';
import { scans } from './en/scans.ts';
import { teaching } from './en/teaching.ts';

/** All sentences in English: the list of what every language must have. */
export const en = {
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
