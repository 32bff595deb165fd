import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Tote } from './use-courier.ts';

/** Opens a tote by the scan of its label. */
export const ToteBox = ({ totes, open }: { totes: readonly Tote[]; open: (toteId: string) => void }) => {
  const t = useTranslate();
  const [isUnknown, setUnknown] = useState(false);
  return (
    <TextInput
      size="lg"
      className="scan-box"
      label={t('courier.scan-label')}
      description={t('courier.scan-label-meaning')}
      error={isUnknown && t('problem.unknown-tote')}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        const typed = event.currentTarget.value.trim();
        event.currentTarget.value = '';
        const found = totes.some(({ toteId }) => toteId === typed);
        setUnknown(typed !== '' && !found);
        if (found) open(typed);
      }}
    />
  );
};
