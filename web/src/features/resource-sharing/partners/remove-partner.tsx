import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useRemovePartner } from './use-partner-acts.ts';

/** Removes a partner after confirmation. Shows the obstacles: it is not suspended, or has open loans or messages. */
export const RemovePartner = ({ partnerId }: { partnerId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [isAsked, setIsAsked] = useState(false);
  const remove = useRemovePartner(partnerId);
  return (
    <>
      {isAsked ? (
        <Question
          yes={t('partners.remove-yes')}
          isPending={remove.isPending}
          go={() =>
            remove.mutate(undefined, {
              onSuccess: () => void navigate({ to: '/partners' }),
              onError: () => setIsAsked(false),
            })
          }
          away={() => setIsAsked(false)}
        >
          <p>{t('partners.remove-sure')}</p>
        </Question>
      ) : (
        <p>
          <Button size="sm" variant="default" onClick={() => setIsAsked(true)}>
            {t('partners.remove')}
          </Button>
        </p>
      )}
      {remove.error && <FailedNotice thrown={remove.error} />}
    </>
  );
};
