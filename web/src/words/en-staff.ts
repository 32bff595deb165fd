import { desk } from './en/desk.ts';
import { deskActs } from './en/desk-acts.ts';
import { deskMoney } from './en/desk-money.ts';
import { late } from './en/late.ts';
import { money } from './en/money.ts';
import { notices } from './en/notices.ts';
import { scans } from './en/scans.ts';

/** The sentences of staff's rooms in English, which come with the first of these rooms: patrons load none of them. */
export const enStaff = {
  ...desk,
  ...deskActs,
  ...deskMoney,
  ...late,
  ...money,
  ...notices,
  ...scans,
};
