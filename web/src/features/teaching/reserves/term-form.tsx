import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Term, useSetTerm } from './use-reserves.ts';

/** The code of a term from its name: “Fall 2027” is `fall-2027`. */
const codeOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 32);

type Props = { memberId: string; term: Term | undefined; close: (termId?: string) => void };

/** A dialog for the name and the days of a term. Reserves go back after its last day. */
export const TermForm = ({ memberId, term, close }: Props) => {
  const t = useTranslate();
  const [name, setName] = useState(term?.name ?? '');
  const [startsOn, setStartsOn] = useState(term?.startsOn ?? '');
  const [endsOn, setEndsOn] = useState(term?.endsOn ?? '');
  const set = useSetTerm(memberId);
  const termId = term?.termId ?? codeOf(name);
  const isOutOfOrder = startsOn !== '' && endsOn !== '' && endsOn < startsOn;
  return (
    <Dialog title={t(term ? 'reserve.edit-term' : 'reserve.new-term')} close={() => close()}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate({ termId, name, startsOn, endsOn }, { onSuccess: () => close(termId) });
        }}
      >
        <TextInput
          label={t('reserve.term-name')}
          required
          data-autofocus
          maxLength={200}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('reserve.starts-on')}
          required
          value={startsOn}
          onChange={({ currentTarget }) => setStartsOn(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('reserve.ends-on')}
          description={t('reserve.ends-meaning')}
          required
          value={endsOn}
          error={isOutOfOrder && t('reserve.ends-before')}
          onChange={({ currentTarget }) => setEndsOn(currentTarget.value)}
        />
        {set.error && <FailedNotice thrown={set.error} />}
        <div className="row">
          <Button type="submit" loading={set.isPending} disabled={termId === '' || isOutOfOrder}>
            {t('do.save')}
          </Button>
          <Button variant="default" onClick={() => close()}>
            {t('do.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
