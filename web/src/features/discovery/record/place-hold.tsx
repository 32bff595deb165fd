import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useSession } from '../../../api/session.ts';
import { Icon } from '../../../components/icon.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { RecordAnswer } from '../shared/record-answer.ts';

// The panel loads after the page, before users need it.
const ConfirmRequest = lazyComponent(() => import('./confirm-request.tsx'), 'ConfirmRequest');

/** The request button and its confirmation: two clicks, with the home branch and the suggested option preselected. */
export const PlaceHold = ({ page }: { page: RecordAnswer }) => {
  const t = useTranslate();
  const session = useSession();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => void ConfirmRequest.soon(), []);
  if (session?.kind === 'staff') return null;
  if (!session) {
    return (
      <Link to="/sign-in" search={{ back: `/record/${page.recordId}` }} className="call">
        <Icon name="hold" size={18} /> {t('hold.sign-in')}
      </Link>
    );
  }
  if (isOpen) {
    return (
      <Suspense fallback={<Waiting rows={1} height={120} />}>
        <ConfirmRequest page={page} close={() => setIsOpen(false)} />
      </Suspense>
    );
  }
  return (
    <Button
      size="md"
      leftSection={<Icon name="hold" size={18} />}
      onClick={() => setIsOpen(true)}
      className="place-hold"
    >
      {t('do.request-this')}
    </Button>
  );
};
