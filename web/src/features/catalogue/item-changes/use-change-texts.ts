import { useDirectory } from '../../../api/directory.ts';
import { useSay } from '../../../i18n/translate.ts';
import type { Batch, Line } from './changes.ts';
import { setFields } from './draft.ts';

type Values = NonNullable<Line['to']>;

/** A change in words: what it sets, from what to what at one copy, and how its copies were chosen. */
export const useChangeWords = () => {
  const say = useSay();
  const { branchName } = useDirectory();
  const value = (values: Values, field: (typeof setFields)[number]): string => {
    const found = values[field];
    if (Array.isArray(found)) {
      if (found.length === 0) return say('changes.from-nobody');
      return found.map((one) => say(`audience.${one}`)).join(', ');
    }
    return found || say('changes.nothing');
  };
  const fieldsOf = (values: Values) => setFields.filter((field) => values[field] !== undefined);
  return {
    /** What it sets, a part a value. */
    sets: (change: Values): string[] =>
      fieldsOf(change).map((field) =>
        say('changes.sets', { field: say(`item-field.${field}`), to: value(change, field) }),
      ),
    /** What becomes of one copy, a part a value. */
    steps: ({ from = {}, to = {} }: Line): string[] =>
      fieldsOf(to).map((field) =>
        say('changes.step', { field: say(`item-field.${field}`), from: value(from, field), to: value(to, field) }),
      ),
    /** How its copies were chosen. */
    chosen: ({ query }: Batch): string => {
      if (!query) return say('changes.by-barcodes');
      const { branchId, location, category, callNumberFrom, callNumberTo } = query;
      const numbers = callNumberFrom || callNumberTo ? `${callNumberFrom ?? ''}–${callNumberTo ?? ''}` : '';
      return [branchName(branchId), location, category, numbers].filter(Boolean).join(' · ');
    },
  };
};
