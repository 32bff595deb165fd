import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api, take } from '../../api/client.ts';
import { useBranch } from '../../features/circulation/shared/use-branch.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAreas } from '../use-areas.ts';
import { type Found, isNamed, isNumber } from './found.ts';

const PAUSE_MS = 200;
const FIRST = 6;
const SHORT = 60_000;

/** Patrons by name, birth date, card, e-mail or phone. The words are in the body of the request, never in an address. */
const usePatrons = (text: string): Found[] => {
  const { branch } = useBranch('desk', 'desk-supervisor');
  const branchId = branch?.branchId ?? '';
  const { data } = useQuery({
    queryKey: ['find', 'patrons', branchId, text],
    queryFn: () => take(api.POST('/v1/patrons/searches', { body: { branchId, text, limit: FIRST } })),
    enabled: branchId !== '' && text.length > 1,
    retry: false,
    staleTime: SHORT,
    gcTime: SHORT,
  });
  return (data?.patrons ?? []).slice(0, FIRST).map(({ patronId, name, card, birthDate }) => ({
    key: patronId,
    group: 'patrons',
    text: [name.family, name.given].filter(Boolean).join(', '),
    second: [card, birthDate].filter(Boolean).join(' · '),
    path: `/patrons/${patronId}`,
  }));
};

const useTitles = (q: string): Found[] => {
  const { data } = useQuery({
    queryKey: ['find', 'titles', q],
    queryFn: () => take(api.GET('/v1/discovery/search', { params: { query: { q, limit: String(FIRST) } } })),
    enabled: q.length > 1 && !isNumber(q),
    retry: false,
    staleTime: SHORT,
    gcTime: SHORT,
  });
  return (data?.hits ?? []).slice(0, FIRST).map(({ recordId, title, author, year }) => ({
    key: recordId,
    group: 'titles',
    text: title,
    second: [author, year].filter(Boolean).join(' · '),
    path: `/record/${recordId}`,
  }));
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

/** Returns what a text finds, in groups: patrons, an item by its number, titles, pages. */
export const useFound = (typed: string): Found[] => {
  const t = useTranslate();
  const text = typed.trim();
  const [paused] = useDebouncedValue(text, PAUSE_MS);
  const patrons = usePatrons(paused);
  const titles = useTitles(paused);
  const pages = usePages(text);
  const item: Found[] = isNumber(text)
    ? [
        {
          ...{ key: 'item', group: 'items', text: t('find.item', { number: text }) },
          path: `/copy?barcode=${encodeURIComponent(text)}`,
        },
      ]
    : [];
  return paused === text ? [...patrons, ...item, ...titles, ...pages] : [...item, ...pages];
};
