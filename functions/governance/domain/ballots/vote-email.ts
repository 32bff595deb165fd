import { momentText } from './deadlines.ts';

/** The e-mails of a ballot to those who vote: when it opens, and a day before it closes to those who have not voted. */
export const voteEmails = ['opened', 'closing'] as const;
export type VoteEmail = (typeof voteEmails)[number];

type About = {
  proposalId: string;
  title: string;
  closesAt: string;
  /** The time zone of the bylaws (IANA). */
  zone: string;
  memberName: string;
  /** The address of the site, where the deployment has one. */
  site?: string | undefined;
};

const DAY = 86_400_000;

/** Returns which e-mails are due at `now` (epoch ms): the one about the close takes the place of the other in the last 24 hours. */
export const emailDue = ({ closesAt }: Pick<About, 'closesAt'>, now: number): VoteEmail | undefined => {
  const left = Date.parse(closesAt) - now;
  if (left <= 0) return undefined;
  return left <= DAY ? 'closing' : 'opened';
};

const subjects = {
  opened: (title: string) => `A vote is open: ${title}`,
  closing: (title: string) => `A vote closes within 24 hours: ${title}`,
} as const;

const sentences = {
  opened: {
    eng: (member: string, until: string) => `${member} may vote until ${until}, and change its vote until then.`,
    spa: (member: string, until: string) =>
      `${member} puede votar hasta el ${until}, y cambiar su voto hasta entonces.`,
  },
  closing: {
    eng: (member: string, until: string) => `${member} has not voted yet. The vote closes on ${until}.`,
    spa: (member: string, until: string) => `${member} todavía no ha votado. La votación se cierra el ${until}.`,
  },
} as const;

/** Returns an e-mail about a ballot, in English and Spanish. */
export const voteEmail = (
  which: VoteEmail,
  { proposalId, title, closesAt, zone, memberName, site }: About,
): { subject: string; text: string } => {
  const until = (locale: string): string => momentText(zone, closesAt, locale);
  const { eng, spa } = sentences[which];
  const link = site === undefined ? [] : ['', `${site}/proposals/${proposalId}`];
  return {
    subject: subjects[which](title),
    text: [title, '', eng(memberName, until('en-US')), ...link, '', spa(memberName, until('es')), ...link].join('\n'),
  };
};
