import * as z from 'zod';
import { type Channel, channels, type NoticeKind, noticeKinds } from '../../../layers/kernel/notices/notice-kinds.ts';

/** A text for each kind, and the frame around what is sent: greeting and close, and the subject where it tells several things. */
export const templateNames = [...(Object.keys(noticeKinds) as NoticeKind[]), 'frame'] as const;
export type TemplateName = (typeof templateNames)[number];

/** What may stand in curly brackets, and what is put there. */
export const placeholders = {
  title: 'The title in quotation marks, or words for one that is not known',
  branch: 'The branch: where to collect, where it was lent, which charged',
  address: 'The address of that branch',
  due: 'When the loan is or was due',
  until: 'Until when a copy is kept or can be opened, or the last day of the card',
  step: 'For the how many-th time it is told',
  amount: 'The sum, with its currency',
  reason: 'Why a hold ended or what a bill is for, in words',
  name: 'The patron’s name',
  member: 'The home library’s name',
  date: 'The day on which it is sent',
  count: 'How many things are told',
  notices: 'The texts of all that is told',
} as const;
export type Placeholder = keyof typeof placeholders;

const everywhere: readonly Placeholder[] = ['name', 'member', 'date'];
const ofKind: Record<TemplateName, readonly Placeholder[]> = {
  'due-soon': ['title', 'due', 'branch', 'address'],
  overdue: ['title', 'due', 'step', 'branch', 'address'],
  'hold-ready': ['title', 'branch', 'address', 'until'],
  'hold-ended': ['title', 'branch', 'reason'],
  recall: ['title', 'due', 'branch', 'address'],
  bill: ['title', 'amount', 'reason', 'branch'],
  lost: ['title', 'amount', 'branch'],
  'card-expiring': ['until', 'branch', 'address'],
  'copy-ready': ['title', 'until', 'branch', 'address'],
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

/** A text as staff write it: plain text with placeholders in curly brackets. The subject of a letter is its heading. */
export const templateTextSchema = z.strictObject({ subject: line, text });
export type TemplateText = z.infer<typeof templateTextSchema>;

/** A language of templates (ISO 639-2/B, as patrons have it). */
export const languageSchema = z.string().regex(/^[a-z]{3}$/);
export const templateNameSchema = z.enum(templateNames);
export const channelSchema = z.enum(channels);

/** Which text is meant. */
export type TemplateKey = { template: TemplateName; channel: Channel; language: string };

const hole = /\{([^{}\n]*)\}/g;
const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(placeholders, name);

/** What is wrong with a text: a placeholder that is unknown there, or a frame that does not hold what it frames. */
export type TemplateFault = {
  code: 'unknown-placeholder' | 'notices-missing';
  field: 'subject' | 'text';
  name: string;
};

/** Everything that is wrong with a text; empty when it can be kept. */
export const faultsOf = (template: TemplateName, { subject, text: body }: TemplateText): TemplateFault[] => {
  const allowed = allowedIn(template);
  const unknown = (field: TemplateFault['field'], typed: string): TemplateFault[] =>
    [...typed.matchAll(hole)].flatMap(([, name = '']) =>
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

/** What is put in by placeholder: each value is of one line already (plainValue), but for `notices`. */
export type Values = Partial<Record<Placeholder, string>>;

const filled = (typed: string, values: Values): string | undefined => {
  let whole = true;
  // One pass: what is put in is never looked at for placeholders again.
  const result = typed.replaceAll(hole, (_, name: string) => {
    const value = isPlaceholder(name) ? values[name] : undefined;
    if (value === undefined || value === '') whole = false;
    return value ?? '';
  });
  return whole ? result : undefined;
};

/** Fills a text in. A line of which something is not known is left out: nobody reads “kept until .” */
export const fillIn = ({ subject, text: body }: TemplateText, values: Values): TemplateText => ({
  subject: filled(subject, values) ?? subject.replaceAll(hole, '').replaceAll(/ {2,}/g, ' ').trim(),
  text: body
    .split('\n')
    .map((each) => filled(each, values))
    .filter((each) => each !== undefined)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim(),
});
