import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Copy, useRelabel } from './item.ts';

/** Changes the barcode of an item, with a reason that is stored permanently. */
export const RelabelForm = ({ copy }: { copy: Copy }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const relabel = useRelabel(copy);
  const [typed, setTyped] = useState('');
  const barcode = typed.trim();
  const done = (): void => {
    toast(t('copy-room.relabelled', { barcode }));
    void navigate({ to: '/copy', search: { barcode } });
  };
  return (
    <ReasonedForm
      act={t('copy-room.relabel')}
      meaning={t('visibility.reason-meaning')}
      isComplete={barcode !== '' && barcode !== copy.barcode}
      doing={relabel}
      send={(reason) => relabel.mutate({ barcode, reason }, { onSuccess: done })}
    >
      <p className="quiet">{t('copy-room.relabel-meaning')}</p>
      <TextInput
        label={t('copy-room.new-barcode')}
        value={typed}
        maxLength={40}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
    </ReasonedForm>
  );
};
