import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Scope } from './search-parameters.ts';
import { type Suggestion, useSuggestions } from './use-suggestions.ts';

type Props = { query: string; setQuery: (query: string) => void; scope: Scope; choose: (of: Suggestion) => void };

/** Returns the suggestion that an arrow key selects; cycles through the list and the input itself (-1). */
const stepped = (at: number, by: number, count: number): number => ((at + 1 + by + count + 1) % (count + 1)) - 1;

/** The search input with suggestions: an ARIA combobox for keyboard and pointer. */
export const SuggestBox = ({ query, setQuery, scope, choose }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const id = useId();
  const [isTyping, setTyping] = useState(false);
  const [at, setAt] = useState(-1);
  const shown = useSuggestions(query, scope, isTyping);
  const isOpen = shown.length > 0;
  const close = (): void => {
    setTyping(false);
    setAt(-1);
  };
  const take = (of: Suggestion): void => {
    close();
    choose(of);
  };
  const keyed = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = shown[at];
    if (by !== undefined && isOpen) {
      event.preventDefault();
      setAt(stepped(at, by, shown.length));
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter') {
      if (isOpen && chosen) {
        event.preventDefault();
        take(chosen);
      } else close();
    }
  };
  return (
    <div className="search-words suggest">
      <TextInput
        size="md"
        type="search"
        name="q"
        role="combobox"
        aria-label={t('search.words')}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && at >= 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        placeholder={t('search.placeholder')}
        maxLength={500}
        value={query}
        onChange={({ currentTarget }) => {
          setQuery(currentTarget.value);
          setTyping(true);
          setAt(-1);
        }}
        onKeyDown={keyed}
        onBlur={close}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('search.suggestions')}
        hidden={!isOpen}
        className="suggestions"
      >
        {shown.map((of, i) => (
          <div
            key={`${of.list} ${of.at}`}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            // Handled before the input loses the focus, which closes the list.
            onPointerDown={(event) => {
              event.preventDefault();
              take(of);
            }}
          >
            <span dir="auto">{of.text}</span> <span className="quiet">{textOf('scope', of.list)}</span>
          </div>
        ))}
      </div>
    </div>
  );
};
