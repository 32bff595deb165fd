import { useMutation } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { RecordRequest } from '../item-changes/changes.ts';
import { type ConditionDraft, conditionOf } from './steps.ts';

/** The most records selected by number or search, and the most in one change. */
export const [MOST_NUMBERS, MOST_RECORDS] = [500, 5_000];

/** The choice of records as entered. */
export type ChoiceDraft = {
  by: 'numbers' | 'search' | 'condition' | 'all';
  numbers: string;
  found: readonly string[];
  where: ConditionDraft;
};

/** Parses pasted or uploaded numbers, without duplicates; a number may contain blanks. */
export const numbersIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\r\n,;\t]+/)
      .map((one) => one.trim().replace(/^"(.*)"$/, '$1'))
      .filter((one) => one !== '' && one.length <= 200),
  ),
];

/** Returns the choice; undefined while it is incomplete or too large. */
export const choiceOf = ({ by, numbers, found, where }: ChoiceDraft): RecordRequest['records'] | undefined => {
  if (by === 'condition') {
    const condition = conditionOf(where);
    return condition && { where: condition };
  }
  if (by === 'all') return { all: true };
  const listed = by === 'numbers' ? numbersIn(numbers) : [...found];
  return listed.length > 0 && listed.length <= MOST_NUMBERS ? { numbers: listed } : undefined;
};

const PAGE = 50;

/** Finds the library's records by a search of the catalogue, up to 500; `all` is the number of hits. */
export const useFoundRecords = (memberId: string) =>
  useMutation({
    mutationFn: async (q: string) => {
      const ids: string[] = [];
      let all = 0;
      let after: string | undefined;
      do {
        const query = { q, member: memberId, limit: String(PAGE), ...(after !== undefined && { after }) };
        const page = await take(api.GET('/v1/discovery/search', { params: { query } }));
        ids.push(...page.hits.map(({ recordId }) => recordId));
        all = page.total.count;
        after = page.next;
      } while (after !== undefined && ids.length < MOST_NUMBERS);
      return { ids: ids.slice(0, MOST_NUMBERS), all };
    },
  });
