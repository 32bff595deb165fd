import * as z from 'zod';
import { type Channel, channels, type NoticeKind, noticeKinds } from '../../../layers/kernel/notices/notice-kinds.ts';

/** The names of templates: one for each kind, and the frame around them: greeting, close, and the subject of several notices. */
export const templateNames = [...(Object.keys(noticeKinds) as NoticeKind[]), 'frame'] as const;
export type TemplateName = (typeof templateNames)[number];

/** The placeholders in curly brackets, with what replaces them. */
export const placeholders = {
  title: 'The title in quotation marks, or a phrase where it is not known',
  branch: 'The branch: where to collect, where it was lent, which charged',
  address: 'The address of that branch',
  due: 'When the loan is or was due',
  until: 'Until when a copy is on the hold shelf or can be opened, or the last day of the card',
  step: 'The number of this reminder',
  amount: 'The sum, with its currency',
  reason: 'Why a hold ended or a loan was not renewed, or what a bill is for',
  found: 'The saved searches with their new titles, in lines',
  searches: 'The address of the page Saved searches, where an alert is paused or removed; not in letters',
  name: 'The patron’s name',
  member: 'The home library’s name',
  date: 'The day on which it is sent',
  account: 'The address of the page My account; not in letters',
  pay: 'The address where the bill can be paid online; not in letters, nor where its library takes no payments online',
  count: 'How many notices there are',
  notices: 'The texts of all notices',
} as const;
export type Placeholder = keyof typeof placeholders;

const everywhere: readonly Placeholder[] = ['name', 'member', 'date', 'account'];
const ofKind: Record<TemplateName, readonly Placeholder[]> = {
  'due-soon': ['title', 'due', 'branch', 'address'],
  overdue: ['title', 'due', 'step', 'branch', 'address'],
  'hold-ready': ['title', 'branch', 'address', 'until'],
  'hold-expiring': ['title', 'branch', 'address', 'until'],
  'hold-ended': ['title', 'branch', 'reason'],
  recall: ['title', 'due', 'branch', 'address'],
  bill: ['title', 'amount', 'reason', 'branch', 'pay'],
  lost: ['title', 'amount', 'branch'],
  'card-expiring': ['until', 'branch', 'address'],
  'copy-ready': ['title', 'until', 'branch', 'address'],
  renewed: ['title', 'due', 'branch', 'address'],
  'not-renewed': ['title', 'due', 'reason', 'branch', 'address'],
  'checkout-receipt': ['title', 'due', 'branch', 'address'],
  'renewal-receipt': ['title', 'due', 'branch', 'address'],
  'payment-receipt': ['title', 'amount', 'reason', 'branch'],
  'new-titles': ['found', 'searches'],
  'request-unfilled': ['title', 'branch', 'address'],
  frame: ['notices', 'count'],
};

/** The placeholders that a template may use. */
export const allowedIn = (template: TemplateName): readonly Placeholder[] => [...ofKind[template], ...everywhere];

const line = z
  .string()
  .trim()
  .min(1)
  .max(150)
  .regex(/^[^\p{Cc}]*$/u, 'A subject is one line.');
const text = z
  .string()
  .min(1)
  .max(4000)
  .transform((typed) => typed.replaceAll(/\r\n?/g, '\n').trim())
  .refine((typed) => !/[^\P{Cc}\n]/u.test(typed), 'Only line breaks, no other control characters.')
  .refine((typed) => typed !== '', 'Say something.');

/** A text written by staff: plain text with placeholders in curly brackets. The subject of a letter is its heading. */
export const templateTextSchema = z.strictObject({ subject: line, text });
export type TemplateText = z.infer<typeof templateTextSchema>;

/** A language of templates (ISO 639-2/B, as on patrons' records). */
export const languageSchema = z.string().regex(/^[a-z]{3}$/);
export const templateNameSchema = z.enum(templateNames);
export const channelSchema = z.enum(channels);

/** The key of a text. */
export type TemplateKey = { template: TemplateName; channel: Channel; language: string };

const placeholder = /\{([^{}\n]*)\}/g;
const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(placeholders, name);

/** A fault of a text: a placeholder that the template does not have, or a frame without its notices. */
export type TemplateFault = {
  code: 'unknown-placeholder' | 'notices-missing';
  field: 'subject' | 'text';
  name: string;
};

/** Finds all faults of a text; empty when it can be saved. */
export const faultsOf = (template: TemplateName, { subject, text: body }: TemplateText): TemplateFault[] => {
  const allowed = allowedIn(template);
  const unknown = (field: TemplateFault['field'], typed: string): TemplateFault[] =>
    [...typed.matchAll(placeholder)].flatMap(([, name = '']) =>
      isPlaceholder(name) && allowed.includes(name) && !(name === 'notices' && field === 'subject')
        ? []
        : [{ code: 'unknown-placeholder' as const, field, name }],
    );
  const frames = template !== 'frame' || body.includes('{notices}');
  return [
    ...unknown('subject', subject),
    ...unknown('text', body),
    ...(frames ? [] : [{ code: 'notices-missing' as const, field: 'text' as const, name: 'notices' }]),
  ];
};

/** The values of placeholders: each is of one line already (plainValue), except `notices` and `found`. */
export type Values = Partial<Record<Placeholder, string>>;

const filled = (typed: string, values: Values): string | undefined => {
  let whole = true;
  // One pass: inserted values are never searched for placeholders.
  const result = typed.replaceAll(placeholder, (_, name: string) => {
    const value = isPlaceholder(name) ? values[name] : undefined;
    if (value === undefined || value === '') whole = false;
    return value ?? '';
  });
  return whole ? result : undefined;
};

/** Fills in a text. A line with an unknown value is omitted, so that no patron reads “ready until .” */
export const fillIn = ({ subject, text: body }: TemplateText, values: Values): TemplateText => ({
  subject: filled(subject, values) ?? subject.replaceAll(placeholder, '').replaceAll(/ {2,}/g, ' ').trim(),
  text: body
    .split('\n')
    .map((each) => filled(each, values))
    .filter((each) => each !== undefined)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim(),
});
