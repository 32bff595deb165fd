import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type SearchParameters, tidy, withins } from '../shared/search-parameters.ts';
import { useHome } from '../shared/use-home.ts';

/** The choice of whose holdings are searched. Hidden when the visitor's library is unknown. */
export const WithinChoice = ({ parameters }: { parameters: SearchParameters }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const navigate = useNavigate();
  const { home } = useHome();
  if (!home) return null;
  const choices = [
    { value: '', label: t('within.all') },
    { value: 'home', label: home.name },
    { value: 'kind', label: textOf('within', home.type) },
  ];
  return (
    <NativeSelect
      size="sm"
      aria-label={t('within.choice')}
      value={parameters.within ?? ''}
      data={choices}
      onChange={({ currentTarget }) => {
        const within = withins.find((one) => one === currentTarget.value);
        void navigate({ to: '/search', search: tidy({ ...parameters, within }) });
      }}
    />
  );
};
