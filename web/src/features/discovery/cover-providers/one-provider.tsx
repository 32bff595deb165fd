import { Button, TextInput } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import type { CoverProvider } from './use-cover-providers.ts';

/** The known providers with their terms, which an administrator reads before choosing them. */
const termsOf = {
  'open-library': 'https://openlibrary.org/dev/docs/api/covers',
  'google-books': 'https://developers.google.com/books/terms',
} as const;

const fields = ['name', 'address', 'site'] as const;

type Given = {
  provider: CoverProvider;
  isFirst: boolean;
  mayChange: boolean;
  change: (provider: CoverProvider) => void;
  remove: () => void;
  toFront: () => void;
};

/** A provider of covers: its terms, its fields where it is an address, and its place in the order. */
export const OneProvider = ({ provider, isFirst, mayChange, change, remove, toFront }: Given) => {
  const t = useTranslate();
  const isKnown = provider.kind !== 'address';
  const name = isKnown ? t(`covers.${provider.kind}`) : provider.name || t('covers.address-provider');
  return (
    <fieldset className="stack" disabled={!mayChange}>
      <legend>{name}</legend>
      {isKnown ? (
        <p className="quiet">
          {t(`covers.${provider.kind}-meaning`)} <a href={termsOf[provider.kind]}>{t('covers.terms', { name })}</a>
        </p>
      ) : (
        fields.map((field) => (
          <TextInput
            key={field}
            size="sm"
            required={field !== 'site'}
            maxLength={field === 'name' ? 80 : 500}
            label={t(`covers.${field}`)}
            {...(field === 'address' && { description: t('covers.address-meaning') })}
            value={provider[field] ?? ''}
            onChange={({ currentTarget: { value } }) => change({ ...provider, [field]: value })}
          />
        ))
      )}
      {mayChange && (
        <div className="row">
          {!isFirst && (
            <Button size="xs" variant="default" onClick={toFront} aria-label={t('covers.first', { name })}>
              {t('covers.to-front')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={remove} aria-label={t('covers.remove-one', { name })}>
            {t('covers.remove')}
          </Button>
        </div>
      )}
    </fieldset>
  );
};
