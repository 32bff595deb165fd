import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useBranch } from '../features/circulation/shared/use-branch.ts';
import { useTranslate } from '../i18n/translate.ts';
import { Mark } from './mark.tsx';
import { useCurrentPage } from './use-areas.ts';

/** The current area and the branch in use, at the top of a phone: its rail is closed. */
export const TopPlace = () => {
  const t = useTranslate();
  const isPhone = useMediaQuery('(max-width: 37.49em)', false, { getInitialValueInEffect: false });
  const { area } = useCurrentPage();
  const { branch } = useBranch();
  if (!isPhone) return null;
  return (
    <div className="top-place">
      <Link to="/today" aria-label={t('area.today')}>
        <Mark size={28} />
      </Link>
      <p>
        <strong>{area ? t(area.text) : 'Concord'}</strong>
        <span>{branch?.name ?? t('shell.all-members')}</span>
      </p>
    </div>
  );
};
