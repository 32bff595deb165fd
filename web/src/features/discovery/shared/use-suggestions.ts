import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDoor } from '../../../components/selected-library.ts';
import type { Scope } from './search-parameters.ts';

export type Suggestion = Answered<'discovery-suggest-headings'>['suggestions'][number];

const PAUSE_MS = 150;
const listOf = (scope: Scope): Suggestion['list'] | undefined =>
  scope === 'title' || scope === 'author' || scope === 'subject' ? scope : undefined;

/** What fits the words typed so far, after a short pause; nothing where no words are looked for. A failure suggests nothing. */
export const useSuggestions = (words: string, scope: Scope, isTyping: boolean): readonly Suggestion[] => {
  const door = useDoor();
  const [q] = useDebouncedValue(words.trim().slice(0, 100), PAUSE_MS);
  const list = listOf(scope);
  const { data } = useQuery({
    queryKey: ['suggestions', q, list, door],
    queryFn: () =>
      take(
        api.GET('/v1/discovery/suggestions', {
          params: { query: { q, ...(list ? { list } : {}), ...(door ? { door } : {}) } },
        }),
      ),
    enabled: isTyping && q.length > 1 && (scope === 'any' || list !== undefined),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  });
  return isTyping && words.trim().length > 1 ? (data?.suggestions ?? []) : [];
};
