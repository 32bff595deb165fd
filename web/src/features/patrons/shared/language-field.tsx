import { NativeSelect } from '@mantine/core';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

/** Languages that patrons often read (ISO 639-2/B). */
const common = [
  ...['eng', 'spa', 'ara', 'chi', 'fre', 'ger', 'gre', 'hin', 'ita', 'jpn', 'kor', 'pol', 'por', 'rus', 'som'],
  ...['tgl', 'tur', 'ukr', 'vie'],
];

/** The field for the language of notices; without one the library writes as to everybody. */
export const LanguageField = ({ value, choose }: { value: string; choose: (code: string) => void }) => {
  const t = useTranslate();
  const { language } = useFormat();
  const codes = [...new Set([...(value ? [value] : []), ...common])];
  return (
    <NativeSelect
      label={t('person.language')}
      value={value}
      data={[
        { value: '', label: t('person.no-language') },
        ...codes.map((code) => ({ value: code, label: language(code) })),
      ]}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  );
};
