import { Link } from '@tanstack/react-router';
import { Panel } from '../../../components/panel.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useAreas } from '../../../layout/use-areas.ts';

/** The areas of work of the signed-in person with their pages. */
export const PagesPanels = () => {
  const t = useTranslate();
  return (
    <div className="start-areas">
      {useAreas()
        .filter(({ key }) => key !== 'today')
        .map(({ key, text, pages }) => (
          <Panel key={key} title={t(text)}>
            <ul>
              {pages.map((page) => (
                <li key={page.text}>
                  <Link {...page.link}>{t(page.text)}</Link>
                </li>
              ))}
            </ul>
          </Panel>
        ))}
    </div>
  );
};
