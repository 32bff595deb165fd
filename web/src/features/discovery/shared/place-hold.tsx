import { Button } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useSession } from '../../../api/session.ts';
import { Icon } from '../../../components/icon.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Requested } from './confirm-request.tsx';

// The panel loads after the page, before users need it.
const ConfirmRequest = lazyComponent(() => import('./confirm-request.tsx'), 'ConfirmRequest');

/**
 * The request button and its confirmation: two clicks, with the home branch and the suggested option preselected. In a list of titles
 * (`among`) it is small and names its title.
 */
export const PlaceHold = ({ of, among = false }: { of: Requested; among?: boolean }) => {
  const t = useTranslate();
  const session = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const here = useRouterState({ select: ({ location }) => location.href });
  const label = among ? { 'aria-label': t('do.request-one', { title: of.title }) } : {};
  useEffect(() => {
    if (!among) void ConfirmRequest.soon();
  }, [among]);
  if (session?.kind === 'staff') return null;
  if (!session) {
    return (
      <Link to="/sign-in" search={{ back: here }} className={among ? 'call call-small' : 'call'} {...label}>
        <Icon name="hold" size={18} /> {t(among ? 'do.request-this' : 'hold.sign-in')}
      </Link>
    );
  }
  if (isOpen) {
    return (
      <Suspense fallback={<Waiting rows={1} height={120} />}>
        <ConfirmRequest of={of} close={() => setIsOpen(false)} />
      </Suspense>
    );
  }
  return (
    <Button
      size={among ? 'sm' : 'md'}
      {...label}
      leftSection={<Icon name="hold" size={18} />}
      onClick={() => setIsOpen(true)}
      className="place-hold"
    >
      {t('do.request-this')}
    </Button>
  );
};
