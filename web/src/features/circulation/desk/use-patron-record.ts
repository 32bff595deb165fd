import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { operations } from '../../../api/current-user.ts';
import type { Patron } from './desk-types.ts';
import type { Open } from './use-patron-view.ts';

type BodyOf<Id extends 'patrons-add-note' | 'patrons-block-patron' | 'patrons-unblock-patron'> = Omit<
  operations[Id]['requestBody']['content']['application/json'],
  'branchId'
>;

/** Returns the patron as looked up by card, or as read again after an action at this desk. */
export const usePatronNow = (patron: Patron | undefined, branchId: string) => {
  const [read, setRead] = useState<{ of: Patron; now: Patron }>();
  const again = async (): Promise<void> => {
    if (!patron) return;
    const body = { branchId, patronId: patron.patronId };
    setRead({ of: patron, now: await take(api.POST('/v1/patrons/look-ups', { body })) });
  };
  return { now: read?.of === patron ? read?.now : patron, again };
};

/** Adds a note about the open patron. */
export const useNote = ({ patronId, branchId }: Open, again: () => Promise<void>) =>
  useMutation({
    mutationFn: (note: BodyOf<'patrons-add-note'>) =>
      take(api.POST('/v1/patrons/{patronId}/notes', { params: { path: { patronId } }, body: { branchId, ...note } })),
    onSuccess: again,
  });

/** Clears the alert of a note, or removes the note. */
export const useEndNote = (
  { patronId, branchId }: Open,
  end: 'alert-clearings' | 'removals',
  again: () => Promise<void>,
) =>
  useMutation({
    mutationFn: (noteId: string) => {
      const ask = { params: { path: { patronId, noteId } }, body: { branchId } };
      return end === 'removals'
        ? take(api.POST('/v1/patrons/{patronId}/notes/{noteId}/removals', ask))
        : take(api.POST('/v1/patrons/{patronId}/notes/{noteId}/alert-clearings', ask));
    },
    onSuccess: again,
  });

/** Blocks the open patron. */
export const useBlock = ({ patronId, branchId }: Open, again: () => Promise<void>) =>
  useMutation({
    mutationFn: (block: BodyOf<'patrons-block-patron'>) =>
      take(api.POST('/v1/patrons/{patronId}/blocks', { params: { path: { patronId } }, body: { branchId, ...block } })),
    onSuccess: again,
  });

/** Lifts a block of the open patron. */
export const useUnblock = ({ patronId, branchId }: Open, again: () => Promise<void>) =>
  useMutation({
    mutationFn: (block: BodyOf<'patrons-unblock-patron'>) =>
      take(
        api.POST('/v1/patrons/{patronId}/block-removals', {
          params: { path: { patronId } },
          body: { branchId, ...block },
        }),
      ),
    onSuccess: again,
  });
