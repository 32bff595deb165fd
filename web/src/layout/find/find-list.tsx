import { useTextOf, useTranslate } from '../../i18n/translate.ts';
import type { Found } from './found.ts';

type ListProps = {
  id: string;
  /** Undefined while the list is closed. */
  found: readonly Found[] | undefined;
  at: number;
  choose: (found: Found, newTab: boolean) => void;
};

const groups = ['patrons', 'items', 'pages', 'titles'] as const;

/** Shows the results of the search, in groups. */
export const FindList = ({ id, found, at, choose }: ListProps) => {
  const t = useTranslate();
  const textOf = useTextOf();
  return (
    <div id={`${id}-list`} role="listbox" aria-label={t('find.results')} className="find-list" hidden={!found}>
      {found?.length === 0 && <p className="quiet">{t('find.nothing')}</p>}
      {groups
        .filter((group) => found?.some((one) => one.group === group))
        .map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a list box has groups of options, not fieldsets.
          <div key={group} role="group" aria-label={textOf('find', group)}>
            <p className="find-group" aria-hidden="true">
              {textOf('find', group)}
            </p>
            {found?.map((one, index) =>
              one.group === group ? (
                <div
                  key={one.key}
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  // Handled before the input loses the focus, which closes the list.
                  onPointerDown={(event) => {
                    event.preventDefault();
                    choose(one, event.ctrlKey || event.metaKey);
                  }}
                >
                  <span dir="auto">{one.text}</span>
                  {one.second && <span className="find-second">{one.second}</span>}
                </div>
              ) : null,
            )}
          </div>
        ))}
    </div>
  );
};
