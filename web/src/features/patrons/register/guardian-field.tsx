import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { spokenName } from '../shared/patron-name.ts';
import { useGuardian } from './use-registration.ts';

type Guardian = { branchId: string; guarantorId: string | undefined; choose: (patronId: string | undefined) => void };

/** The field for who answers for a child: the guardian's card is scanned, and the name is shown. */
export const GuardianField = ({ branchId, guarantorId, choose }: Guardian) => {
  const t = useTranslate();
  const [card, setCard] = useState('');
  const find = useGuardian(branchId);
  const search = (): void => {
    if (card.trim() !== '') find.mutate(card.trim(), { onSuccess: ({ patronId }) => choose(patronId) });
  };
  if (guarantorId !== undefined && find.data) {
    return (
      <p className="wide row">
        <span>{t('register.guardian-is', { name: spokenName(find.data.name) })}</span>
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
