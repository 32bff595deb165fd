import { ActionIcon, NativeSelect, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Icon } from '../components/icon.tsx';
import { chooseLanguage, languages } from '../i18n/message-store.ts';
import { useLanguage, useTranslate } from '../i18n/translate.ts';

/** The choice of language; each is listed by its own name. */
export const LanguageSwitch = () => {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <NativeSelect
      size="xs"
      className="language"
      aria-label={t('set.language')}
      value={language}
      data={languages.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={({ currentTarget: { value } }) => {
        const chosen = languages.find(({ code }) => code === value);
        if (chosen) chooseLanguage(chosen.code);
      }}
    />
  );
};

/** Switches between light and dark; the system's setting applies until it is used. */
export const SchemeSwitch = () => {
  const t = useTranslate();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return (
    <ActionIcon
      variant="default"
      size={32}
      aria-label={t(isDark ? 'set.light' : 'set.dark')}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      <Icon name={isDark ? 'sun' : 'moon'} size={18} />
    </ActionIcon>
  );
};
