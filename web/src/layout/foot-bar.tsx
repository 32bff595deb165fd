import { Link } from '@tanstack/react-router';
import { StaffIcon } from '../components/staff-icon.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAreas, useCurrentPage } from './use-areas.ts';

const FIRST = 4;

/** The navigation at the foot of a phone: the first four areas, and the whole rail under "More". */
export const FootBar = ({ isOpen, toggle }: { isOpen: boolean; toggle: () => void }) => {
  const t = useTranslate();
  const areas = useAreas();
  const current = useCurrentPage();
  return (
    <div className="foot-bar">
      {areas.slice(0, FIRST).map(({ key, text, short, icon, pages: [first] }) => (
        <Link key={key} {...first?.link} data-current={key === current.area?.key || undefined}>
          <StaffIcon name={icon} />
          <span>{t(short ?? text)}</span>
        </Link>
      ))}
      <button type="button" aria-expanded={isOpen} onClick={toggle}>
        <StaffIcon name="more" />
        <span>{t('shell.more')}</span>
      </button>
    </div>
  );
};
