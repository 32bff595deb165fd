import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Icon } from '../../../components/icon.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { FoundPatron } from '../search/use-patron-search.ts';
import { cardTail, sortedName } from '../shared/patron-name.ts';
import { useBirthDate } from '../shared/use-birth-date.ts';

type Alike = { alike: readonly FoundPatron[]; isPending: boolean; anyway: () => void };

/** Patrons who may be the person that is being registered: staff open one, or register anyway. */
export const AlikePanel = ({ alike, isPending, anyway }: Alike) => {
  const t = useTranslate();
  const birthDate = useBirthDate();
  const { branchName } = useDirectory();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <div className="notice notice-bad" role="alert" tabIndex={-1} ref={panel}>
      <Icon name="warn" />
      <div>
        <p className="notice-title">{t('register.alike', { count: alike.length })}</p>
        <ul>
          {alike.map((patron) => (
            <li key={patron.patronId}>
              <Link to="/patrons/$patronId" params={{ patronId: patron.patronId }}>
                {t('register.open-other', { name: sortedName(patron.name) })}
              </Link>{' '}
              {[
                patron.birthDate && t('patrons.born-on', { date: birthDate(patron.birthDate) }),
                t('patrons.card-tail', { card: cardTail(patron.card) }),
                branchName(patron.homeBranch),
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
        <Button variant="default" size="sm" loading={isPending} onClick={anyway}>
          {t('register.anyway')}
        </Button>
      </div>
    </div>
  );
};
