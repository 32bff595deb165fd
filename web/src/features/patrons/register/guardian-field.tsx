import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Patron } from '../record/use-record.ts';
import { spokenName } from '../shared/patron-name.ts';
import { useGuardian } from './use-registration.ts';

/** The guardian of a child, with the name to show. */
export type Guardian = Pick<Patron, 'patronId' | 'name'>;
type Field = { branchId: string; guardian: Guardian | undefined; choose: (guardian: Guardian | undefined) => void };

/** The field for who answers for a child: the guardian's card is scanned, and the name is shown. */
export const GuardianField = ({ branchId, guardian, choose }: Field) => {
  const t = useTranslate();
  const [card, setCard] = useState('');
  const find = useGuardian(branchId);
  const search = (): void => {
    if (card.trim() !== '') find.mutate(card.trim(), { onSuccess: ({ patronId, name }) => choose({ patronId, name }) });
  };
  if (guardian) {
    return (
      <p className="wide row">
        <span>{t('register.guardian-is', { name: spokenName(guardian.name) })}</span>
        <button type="button" className="text-button" onClick={() => choose(undefined)}>
          {t('register.guardian-other')}
        </button>
      </p>
    );
  }
  return (
    <div className="wide stack">
      <div className="row guardian">
        <TextInput
          label={t('register.guardian')}
          description={t('register.guardian-hint')}
          value={card}
          autoComplete="off"
          maxLength={40}
          onChange={({ currentTarget }) => setCard(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            search();
          }}
        />
        <Button variant="default" onClick={search} loading={find.isPending}>
          {t('register.guardian-find')}
        </Button>
      </div>
      {find.error && <FailedNotice thrown={find.error} />}
    </div>
  );
};
