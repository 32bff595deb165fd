import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { paths } from '../../../api/schema.generated.d.ts';

type Preview = paths['/v1/catalogue/matching/preview']['post'];
export type MatchRules = Preview['requestBody']['content']['application/json']['rules'];
type PreviewPage = Preview['responses']['200']['content']['application/json'];
export type RuledPair = PreviewPage['changed'][number];
export type Effects = PreviewPage['effects'];

/** The most titles of a preview and of the search for examples: a larger catalogue is judged by this sample. */
export const MOST_TITLES = 2_000;
export const MOST_FOR_EXAMPLES = 500;
const PAGE = 50;
const MOST_SHOWN = 20;
const EXAMPLES_OF_EACH = 3;

/** The pages of a preview added up; `isWhole` when it contains all titles. */
export type PreviewSum = {
  titles: number;
  isWhole: boolean;
  page: Omit<PreviewPage, 'next' | 'examples'>;
};

const added = (one: Effects, two: Effects): Effects => ({
  joined: one.joined + two.joined,
  parted: one.parted + two.parted,
  asked: one.asked + two.asked,
  settled: one.settled + two.settled,
});

const nothing: PreviewSum = {
  titles: 0,
  isWhole: false,
  page: {
    ...{ records: 0, pairs: 0, leftOut: 0, byStaff: 0, members: [], changed: [] },
    effects: { joined: 0, parted: 0, asked: 0, settled: 0 },
  },
};

/** Adds a page to those before. */
const sum = ({ titles, page: before }: PreviewSum, page: PreviewPage): PreviewSum => {
  const members = new Map(before.members.map((one) => [one.memberId, one]));
  for (const one of page.members) {
    const known = members.get(one.memberId);
    members.set(one.memberId, known ? { memberId: one.memberId, ...added(known, one) } : one);
  }
  return {
    titles: titles + PAGE,
    isWhole: page.next === undefined,
    page: {
      records: before.records + page.records,
      pairs: before.pairs + page.pairs,
      leftOut: before.leftOut + page.leftOut,
      byStaff: before.byStaff + page.byStaff,
      effects: added(before.effects, page.effects),
      members: [...members.values()].sort((a, b) => (a.memberId < b.memberId ? -1 : 1)),
      changed: [...before.changed, ...page.changed].slice(0, MOST_SHOWN),
    },
  };
};

const readPage = (rules: MatchRules, after: string | undefined): Promise<PreviewPage> =>
  take(
    api.POST('/v1/catalogue/matching/preview', {
      body: { rules, limit: PAGE, ...(after !== undefined && { after }) },
    }),
  );

/** Previews rules page by page, with the sum so far; `stop` ends after the current page. */
export const useMatchPreview = () => {
  const [soFar, setSoFar] = useState<PreviewSum>();
  const stopped = useRef(false);
  const preview = useMutation({
    mutationFn: async (rules: MatchRules) => {
      stopped.current = false;
      let all = nothing;
      for (let after: string | undefined; ; ) {
        const page = await readPage(rules, after);
        all = sum(all, page);
        setSoFar(all);
        after = page.next;
        if (after === undefined || stopped.current || all.titles >= MOST_TITLES) return all;
      }
    },
  });
  const stop = (): void => {
    stopped.current = true;
  };
  return { preview, soFar, stop };
};

/** Returns pairs of the catalogue that each choice of the rules decides, a few of each. */
export const useMatchExamples = (rules: MatchRules) =>
  useQuery({
    queryKey: ['match-examples', rules],
    queryFn: async () => {
      const found: RuledPair[] = [];
      let after: string | undefined;
      for (let titles = 0; titles < MOST_FOR_EXAMPLES; titles += PAGE) {
        const page = await readPage(rules, after);
        for (const pair of page.examples) {
          const alike = found.filter(({ decides }) => decides[0] === pair.decides[0]);
          if (alike.length < EXAMPLES_OF_EACH) found.push(pair);
        }
        after = page.next;
        if (after === undefined) break;
      }
      return found;
    },
  });
