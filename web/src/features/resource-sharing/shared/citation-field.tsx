import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import type { FieldState } from './field-state.ts';
import type { StepInput } from './use-steps.ts';

type Citation = NonNullable<StepInput['citation']>;
const kinds = ['book', 'chapter', 'journal', 'article', 'dissertation', 'other'] as const;
const texts = [
  ...(['title', 'author', 'partTitle', 'partAuthor', 'volume', 'issue', 'pages', 'date', 'edition', 'doi'] as const),
] as const;

const without = (citation: Citation, field: keyof Citation): Citation => {
  const { [field]: _, ...others } = citation;
  return { ...others, kind: citation.kind };
};

/** The citation field by field, to complete or correct it. */
export const CitationField = ({ input, change }: FieldState) => {
  const t = useTranslate();
  const citation: Citation = input.citation ?? { kind: 'book' };
  const put = (field: (typeof texts)[number] | 'isbn' | 'issn', value: string): void => {
    const rest = without(citation, field);
    if (value.trim() === '') change({ citation: rest });
    else if (field === 'isbn' || field === 'issn') change({ citation: { ...rest, [field]: value.split(/[,;\s]+/) } });
    else change({ citation: { ...rest, [field]: value } });
  };
  return (
    <div className="citation-fields">
      <NativeSelect
        size="sm"
        label={t('cite.kind')}
        value={citation.kind}
        data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChange={({ currentTarget }) => {
          const kind = kinds.find((one) => one === currentTarget.value);
          if (kind) change({ citation: { ...citation, kind } });
        }}
      />
      {texts.map((field) => (
        <TextInput
          key={field}
          size="sm"
          label={t(`cite.${field}`)}
          maxLength={400}
          value={citation[field] ?? ''}
          onChange={({ currentTarget }) => put(field, currentTarget.value)}
        />
      ))}
      {(['isbn', 'issn'] as const).map((field) => (
        <TextInput
          key={field}
          size="sm"
          label={field.toUpperCase()}
          maxLength={100}
          defaultValue={citation[field]?.join(', ')}
          onChange={({ currentTarget }) => put(field, currentTarget.value)}
        />
      ))}
    </div>
  );
};
