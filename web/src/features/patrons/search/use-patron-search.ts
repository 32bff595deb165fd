import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { asProblem } from '../../../api/problem.ts';

export type FoundPatron = Answered<'patrons-search-patrons'>['patrons'][number];

/** How many patrons a search shows. */
const MOST = 25;

/** Finds patrons of a branch's library by a typed text. */
export const findPatrons = (branchId: string, text: string, limit = MOST) =>
  take(api.POST('/v1/patrons/searches', { body: { branchId, text, limit } }));

const isCard = (text: string): boolean => /^[A-Za-z]?\d{6,20}$/.test(text.replaceAll(/\s/g, ''));

/** Returns the id of the patron of a card of any library; undefined when there is no such card. The look is logged elsewhere. */
const patronOfCard = async (branchId: string, text: string): Promise<string | undefined> => {
  try {
    const body = { branchId, card: text.replaceAll(/\s/g, '') };
    return (await take(api.POST('/v1/patrons/look-ups', { body }))).patronId;
  } catch (thrown) {
    const { status } = asProblem(thrown);
    if (status === 404) return undefined;
    throw thrown;
  }
};

/** Returns the patrons whom a text finds; `elsewhere` is the patron of another library whose card was typed. */
export const usePatronSearch = (branchId: string, text: string) =>
  useQuery({
    queryKey: ['patron-search', branchId, text],
    queryFn: async () => {
      const found = await findPatrons(branchId, text);
      const elsewhere = found.patrons.length === 0 && isCard(text) ? await patronOfCard(branchId, text) : undefined;
      return { ...found, ...(elsewhere !== undefined && { elsewhere }) };
    },
    enabled: text !== '',
    retry: false,
    gcTime: 60_000,
  });
