import type { QueryClient } from '@tanstack/react-query';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import { useKey } from '../../../api/use-key.ts';
import type { BranchEvent, ShownPick } from '../home/use-home-content.ts';

/** A pick as staff edit it: with its title, which is not sent. */
export type EditedPick = Pick<ShownPick, 'recordId' | 'sentence' | 'title'>;
export type EditedContent = {
  picks: readonly EditedPick[];
  events: readonly BranchEvent[];
  childrensPage?: true | undefined;
};

const withoutEmpty = ({ until, place, url, ...event }: BranchEvent): BranchEvent => ({
  ...event,
  title: event.title.trim(),
  ...(until && { until }),
  ...(place?.trim() && { place: place.trim() }),
  ...(url?.trim() && { url: url.trim() }),
});

/** Returns the body of a change: titles are left out, and optional texts that are empty. */
export const bodyOf = ({ picks, events, childrensPage }: EditedContent) => ({
  picks: picks.map(({ recordId, sentence }) => ({ recordId, sentence: sentence.trim() })),
  events: events.map(withoutEmpty),
  ...(childrensPage && { childrensPage }),
});

const readAgain = (client: QueryClient) => client.invalidateQueries({ queryKey: ['home-content'] });

/** Replaces the picks and events of a library. */
export const useSetHome = (memberId: string, done: () => void) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: ReturnType<typeof bodyOf> & { v: number }) =>
      take(
        api.PUT('/v1/discovery/members/{memberId}/home', {
          ...{ params: { path: { memberId } }, body, ...keyed(key.keyFor(body)) },
        }),
      ),
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: () => {
      done();
      return readAgain(client);
    },
  });
};
