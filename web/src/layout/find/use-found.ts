import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api, take } from '../../api/client.ts';
import { useWho } from '../../api/current-user.ts';
import { useBranch } from '../../features/circulation/shared/use-branch.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAreas } from '../use-areas.ts';
import { type Found, isNamed, isNumber, mayBeTitle } from './found.ts';

const PAUSE_MS = 200;
const FIRST = 6;
const SHORT = 60_000;

/** Patrons by name, birth date, card, e-mail or phone. The words are in the body of the request, never in an address. */
const usePatrons = (text: string): { patrons: Found[]; isFetching: boolean } => {
  const { branch } = useBranch('desk', 'desk-supervisor');
  const branchId = branch?.branchId ?? '';
  const { data, isFetching } = useQuery({
    queryKey: ['find', 'patrons', branchId, text],
    queryFn: () => take(api.POST('/v1/patrons/searches', { body: { branchId, text, limit: FIRST } })),
    enabled: branchId !== '' && text.length > 1,
    retry: false,
    staleTime: SHORT,
    gcTime: SHORT,
  });
  const patrons = (data?.patrons ?? []).slice(0, FIRST).map(({ patronId, name, card, birthDate }) => ({
    key: patronId,
    group: 'patrons' as const,
    text: [name.family, name.given].filter(Boolean).join(', '),
    second: [card, birthDate].filter(Boolean).join(' · '),
    path: `/patrons/${patronId}`,
  }));
  return { patrons, isFetching };
};

const usePages = (text: string): Found[] => {
  const t = useTranslate();
  const router = useRouter();
  const pages = useAreas().flatMap((area) => area.pages.map((page) => ({ area, page })));
  if (text.length < 2) return [];
  return pages
    .filter(({ area, page }) => isNamed(`${t(page.text)} ${t(area.text)}`, text))
    .slice(0, FIRST)
    .map(({ area, page }) => ({
      key: page.text,
      group: 'pages',
      text: t(page.text),
      second: t(area.text),
      path: router.buildLocation({ to: page.link.to, params: page.link.params as never } as never).href,
    }));
};

/**
 * The first titles for a text, and the way to all. The words are in the body of the request; the page of all has them in its address, and a
 * name may be such a text, so that page is only offered.
 */
const useTitles = (text: string, paused: string): { titles: Found[]; isFetching: boolean } => {
  const t = useTranslate();
  const router = useRouter();
  const who = useWho();
  const { data, isFetching } = useQuery({
    queryKey: ['find', 'titles', paused],
    queryFn: () => take(api.POST('/v1/discovery/title-searches', { body: { text: paused } })),
    enabled: who?.kind === 'staff' && paused.length > 1 && mayBeTitle(paused),
    retry: false,
    staleTime: SHORT,
    gcTime: SHORT,
  });
  if (!mayBeTitle(text)) return { titles: [], isFetching };
  const { href } = router.buildLocation({ to: '/search', search: { q: text } } as never);
  const all: Found = { key: 'titles', group: 'titles', text: t('find.search-titles', { text }), path: href };
  const first = (paused === text ? (data?.titles ?? []) : []).map(({ recordId, title, author, year }): Found => {
    const second = [author, year].filter(Boolean).join(' · ');
    return { key: recordId, group: 'titles', text: title, ...(second && { second }), path: `/record/${recordId}` };
  });
  return { titles: [...first, all], isFetching };
};

/**
 * Returns what a text finds, in groups: patrons, an item by its number, pages, titles, and the search for titles. `isSettled` once what
 * Enter opens is of the text.
 */
export const useFound = (typed: string): { found: Found[]; isSettled: boolean } => {
  const t = useTranslate();
  const text = typed.trim();
  const [paused] = useDebouncedValue(text, PAUSE_MS);
  const { patrons, isFetching } = usePatrons(paused);
  const { titles, isFetching: isFetchingTitles } = useTitles(text, paused);
  const pages = usePages(text);
  const item: Found[] = isNumber(text)
    ? [
        {
          ...{ key: 'item', group: 'items', text: t('find.item', { number: text }) },
          path: `/copy?barcode=${encodeURIComponent(text)}`,
        },
      ]
    : [];
  const isOfText = paused === text;
  const first = [...(isOfText ? patrons : []), ...item, ...pages];
  // Titles come after all else: nobody waits for them who finds something before.
  const isSettled = isOfText && !isFetching && (first.length > 0 || !isFetchingTitles);
  return { found: [...first, ...titles], isSettled };
};
