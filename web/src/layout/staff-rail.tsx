import { createLink, Link } from '@tanstack/react-router';
import { type ComponentProps, useEffect } from 'react';
import { useWho } from '../api/current-user.ts';
import { keepRecentOf, useRecentThings } from '../components/recent.ts';
import { StaffIcon } from '../components/staff-icon.tsx';
import { useTranslate } from '../i18n/translate.ts';
import type { Area } from './areas.ts';
import { BranchSwitch } from './branch-switch.tsx';
import { Mark } from './mark.tsx';
import { useAreas, useCurrentPage } from './use-areas.ts';

const Recent = () => {
  const t = useTranslate();
  const things = useRecentThings();
  const person = useWho()?.id;
  useEffect(() => {
    if (person) keepRecentOf(person);
  }, [person]);
  if (things.length === 0) return null;
  return (
    <section className="rail-recent" aria-labelledby="rail-recent">
      <h2 id="rail-recent">{t('shell.recent')}</h2>
      <ul>
        {things.map(({ title, path }) => (
          <li key={path}>
            <Link to={path}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** A link of the rail. The router marks each link with which the current address begins; `isCurrent` marks one only. */
const RailLink = createLink(
  ({ isCurrent, 'aria-current': _, ...anchor }: ComponentProps<'a'> & { isCurrent: boolean }) => (
    <a {...anchor} aria-current={isCurrent ? 'page' : undefined} />
  ),
);

const AreaLinks = ({ area, isCurrent, close }: { area: Area; isCurrent: boolean; close: () => void }) => {
  const t = useTranslate();
  const { page } = useCurrentPage();
  const [first, ...others] = area.pages;
  if (!first) return null;
  return (
    <li>
      <RailLink
        {...first.link}
        isCurrent={isCurrent && others.length === 0}
        className="rail-area"
        data-current={isCurrent || undefined}
        onClick={close}
      >
        <StaffIcon name={area.icon} size={20} />
        <span>{t(area.text)}</span>
      </RailLink>
      {isCurrent && others.length > 0 && (
        <ul className="rail-pages" aria-label={t('shell.pages', { area: t(area.text) })}>
          {area.pages.map(({ text, link }) => (
            <li key={text}>
              <RailLink {...link} isCurrent={text === page?.text} onClick={close}>
                {t(text)}
              </RailLink>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

type Rail = { showKeys: () => void; showHelp: () => void; close: () => void };

/** The side navigation of staff: the branch in use, the areas that the roles open, the pages of the current area, and recent things. */
export const StaffRail = ({ showKeys, showHelp, close }: Rail) => {
  const t = useTranslate();
  const areas = useAreas();
  const current = useCurrentPage();
  return (
    <div className="rail">
      <RailLink to="/today" isCurrent={false} className="rail-brand">
        <Mark size={28} />
        <span>Concord</span>
      </RailLink>
      <BranchSwitch />
      <nav aria-label={t('shell.areas')}>
        <ul>
          {areas.map((area) => (
            <AreaLinks key={area.key} area={area} isCurrent={area.key === current.area?.key} close={close} />
          ))}
        </ul>
      </nav>
      <Recent />
      <button type="button" className="rail-area rail-keys" onClick={showHelp}>
        <StaffIcon name="help" size={20} />
        <span>{t('shell.help')}</span>
        <kbd>F1</kbd>
      </button>
      <button type="button" className="rail-area" onClick={showKeys}>
        <StaffIcon name="keys" size={20} />
        <span>{t('shell.keys')}</span>
        <kbd>?</kbd>
      </button>
    </div>
  );
};
