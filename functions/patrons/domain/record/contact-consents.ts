import * as z from 'zod';

/** The channels by which a library may contact a patron. */
export const contactChannels = ['email', 'sms', 'post', 'phone'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** A patron's answers whether the library may use each channel; a channel without one was not asked for. */
export const consentAnswersSchema = z.strictObject({
  email: z.boolean().optional(),
  sms: z.boolean().optional(),
  post: z.boolean().optional(),
  phone: z.boolean().optional(),
});

/** Where an answer came from, where it is recorded: the patron, staff on the patron's request, or a reply to a text message. */
const consentSources = ['patron', 'staff', 'reply'] as const;
export type ConsentSource = (typeof consentSources)[number];

/** One answer of a patron. */
export const contactConsentSchema = z.strictObject({
  given: z.boolean(),
  at: z.string(),
  source: z.enum(consentSources).optional(),
});

/** A patron's consents to be contacted, by channel: given or refused, and when the patron answered. */
export const contactConsentsSchema = z.strictObject({
  email: contactConsentSchema.optional(),
  sms: contactConsentSchema.optional(),
  post: contactConsentSchema.optional(),
  phone: contactConsentSchema.optional(),
});
export type ContactConsents = z.infer<typeof contactConsentsSchema>;

/** Answers by channel: of now, or with the time at which the patron gave them, as another system recorded it. */
export type ConsentAnswers = {
  [C in ContactChannel]?: boolean | { given: boolean; at: string; source?: ConsentSource } | undefined;
};

/** Returns the consents after answers at an instant. An answer that repeats the one before keeps its time: it proves when consent began. */
export const answeredConsents = (
  before: ContactConsents = {},
  answers: ConsentAnswers = {},
  at: string,
): ContactConsents => {
  const after: ContactConsents = { ...before };
  for (const channel of contactChannels) {
    const answer = answers[channel];
    const dated = typeof answer === 'boolean' ? { given: answer, at } : answer;
    if (dated !== undefined && dated.given !== before[channel]?.given) after[channel] = dated;
  }
  return after;
};

/** Returns whether a patron refused a channel: then it carries only what the library must send. */
export const refusesChannel = (consents: ContactConsents | undefined, channel: ContactChannel): boolean =>
  consents?.[channel]?.given === false;

/** Returns the consents of two records of one person: for each channel the later answer. */
export const mergedContactConsents = (one: ContactConsents = {}, other: ContactConsents = {}): ContactConsents => {
  const merged: ContactConsents = { ...other, ...one };
  for (const channel of contactChannels) {
    const [mine, theirs] = [one[channel], other[channel]];
    if (mine && theirs) merged[channel] = mine.at < theirs.at ? theirs : mine;
  }
  return merged;
};
