import * as z from 'zod';
import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import { refusedDescription } from '../domain/category.ts';
import type { EditedPatron } from '../domain/edit-patron.ts';

/** A patron's category, e.g. `adult`: what loan rules and card terms go by. */
export const categorySchema = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/);

const code = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Statistical classes of the home library by name, e.g. `district: north`. Codes only, so that nothing personal gets in. */
export const classesSchema = z
  .record(code, code)
  .refine((classes) => Object.keys(classes).length <= 10, 'A patron has at most 10 statistical classes.');

/** Why a patron is not described so, for the contracts of operations that describe one. */
export const descriptionRefusals = {
  'category-unknown': { status: 422, meaning: 'The consortium has no such category.' },
  'category-age': { status: 422, meaning: 'The category is for another age, or goes by an age that is not known.' },
  'expired-already': { status: 422, meaning: 'The last good day is over.' },
  'class-unknown': { status: 422, meaning: 'The consortium has no such statistical class or code.' },
} as const;

/**
 * What speaks against an edit on a day: only what it changes is judged, since what stood before somebody adopted otherwise
 * may stay. A last good day in the past ends a card, which a desk may.
 */
export const refusedEdit = (
  policy: PatronsPolicy,
  { status, person, changed }: EditedPatron,
  classes: Record<string, string> | undefined,
  today: string,
) => {
  const ages = changed.some((field) => field === 'category' || field === 'birthDate');
  const described = { category: status.category, birthDate: person.birthDate, classes };
  return refusedDescription(policy, described, today).filter(({ code: said }) => ages || said === 'class-unknown');
};
