import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

export type OwnList = Omit<Answered<'discovery-list-my-lists'>['lists'][number], 'has'>;
type Place = { listId: string; recordId: string };

/** Returns the patron's lists by name; with a record, whether each contains it. */
export const useLists = (recordId?: string) =>
  useQuery({
    queryKey: ['lists', recordId],
    queryFn: () =>
      take(api.GET('/v1/discovery/my/lists', { params: { query: recordId === undefined ? {} : { recordId } } })),
    select: ({ lists }) => lists.toSorted((one, other) => one.name.localeCompare(other.name)),
  });

/** Invalidates all queries that show lists. */
export const useListsAnew = () => {
  const client = useQueryClient();
  return () =>
    Promise.all(['lists', 'list'].map((first) => client.invalidateQueries({ queryKey: [first] }))).then(
      () => undefined,
    );
};

export const createList = (name: string) =>
  take(api.POST('/v1/discovery/my/lists', { body: { name }, ...keyed(newKey()) }));

const path = '/v1/discovery/my/lists/{listId}/titles/{recordId}';
/** Adds a title to a list; a given note is stored with it, an empty one deletes the note. */
export const saveTitle = (place: Place, note?: string) =>
  take(api.PUT(path, { params: { path: place }, body: note === undefined ? {} : { note } }));
/** Removes a title from a list. */
export const removeTitle = (place: Place) => take(api.DELETE(path, { params: { path: place } }));

/** Renames a list and shows a toast. */
export const useRename = ({ listId }: OwnList, done: () => void) => {
  const t = useTranslate();
  const anew = useListsAnew();
  return useMutation({
    mutationFn: (name: string) =>
      take(api.PUT('/v1/discovery/my/lists/{listId}', { params: { path: { listId } }, body: { name } })),
    onSuccess: ({ name }) => {
      toast(t('lists.renamed', { name }));
      done();
      return anew();
    },
  });
};

/** Deletes a list with its titles and shows a toast. */
export const useDelete = ({ listId, name }: OwnList, done: () => void) => {
  const t = useTranslate();
  const anew = useListsAnew();
  return useMutation({
    mutationFn: () => take(api.DELETE('/v1/discovery/my/lists/{listId}', { params: { path: { listId } } })),
    onSuccess: () => {
      toast(t('lists.deleted', { name }));
      done();
      return anew();
    },
  });
};
