import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useSelectedLibrary } from '../../../components/selected-library.ts';
import type { Scope } from './search-parameters.ts';

export type Suggestion = Answered<'discovery-suggest-headings'>['suggestions'][number];

const PAUSE_MS = 150;
const listOf = (scope: Scope): Suggestion['list'] | undefined =>
  scope === 'title' || scope === 'author' || scope === 'subject' ? scope : undefined;

/** Returns suggestions for the typed words, after a short delay; none without words. A failure yields no suggestions. */
export const useSuggestions = (query: string, scope: Scope, isTyping: boolean): readonly Suggestion[] => {
  const library = useSelectedLibrary();
  const [q] = useDebouncedValue(query.trim().slice(0, 100), PAUSE_MS);
  const list = listOf(scope);
  const { data } = useQuery({
    queryKey: ['suggestions', q, list, library],
    queryFn: () =>
      take(
        api.GET('/v1/discovery/suggestions', {
          params: { query: { q, ...(list ? { list } : {}), ...(library ? { portal: library } : {}) } },
        }),
      ),
    enabled: isTyping && q.length > 1 && (scope === 'any' || list !== undefined),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  });
  return isTyping && query.trim().length > 1 ? (data?.suggestions ?? []) : [];
};
