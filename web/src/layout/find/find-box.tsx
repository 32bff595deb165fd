import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../../components/icon.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import './find-box.css';
import { FindList } from './find-list.tsx';
import type { Found } from './found.ts';
import { useFound } from './use-found.ts';
import { useScan } from './use-scan.ts';

/** Moves the focus to the search by Ctrl K (Cmd K), from anywhere. */
const useFindKey = () => {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      input.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return input;
};

const indexOf = (found: readonly Found[], key: string): number => found.findIndex((one) => one.key === key);

/** The search of staff: one field for a card, a name, a barcode, a title or a page. A scanned number goes straight to its target. */
export const FindBox = () => {
  const t = useTranslate();
  const router = useRouter();
  const id = useId();
  const input = useFindKey();
  const targetOf = useScan();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [entered, setEntered] = useState<{ text: string; newTab: boolean }>();
  const [isOpen, setOpen] = useState(false);
  const { found, isSettled } = useFound(isOpen ? text : '');
  const shown = isOpen && text.trim().length > 1;
  const latest = useRef('');
  latest.current = text.trim();
  // The first line is selected automatically, but never the search for titles: its address has the text,
  // so where nothing else was found, the first Enter selects it and the second opens it.
  const at = chosen === undefined ? found.findIndex(({ key }) => key !== 'titles') : indexOf(found, chosen);
  const restart = (): void => {
    setChosen(undefined);
    setEntered(undefined);
  };
  const close = (): void => {
    setOpen(false);
    restart();
  };
  const go = (path: string, newTab = false): void => {
    close();
    setText('');
    if (newTab) window.open(path, '_blank');
    else router.history.push(path);
  };
  const enter = async (newTab: boolean): Promise<void> => {
    const asked = text.trim();
    const own = chosen === undefined ? undefined : found[at];
    if (own) return go(own.path, newTab);
    const scanned = await targetOf(asked).catch(() => undefined);
    if (latest.current !== asked) return;
    if (scanned) go(scanned, newTab);
    else setEntered({ text: asked, newTab });
  };
  // Enter waits for what the text finds: a fast typist must not open what the text before it found.
  useEffect(() => {
    if (!entered || !isSettled || entered.text !== latest.current) return;
    setEntered(undefined);
    const first = found[at];
    if (first) go(first.path, entered.newTab);
    else setChosen(found[0]?.key);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setChosen(found.at((Math.max(at, step < 0 ? 0 : -1) + step) % Math.max(found.length, 1))?.key);
    else if (event.key === 'Enter') void enter(event.ctrlKey || event.metaKey);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="find">
      <Icon name="search" size={18} />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={t('find.name')}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && found[at] ? `${id}-${at}` : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        placeholder={t('find.label')}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setOpen(true);
          restart();
        }}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <kbd>Ctrl K</kbd>
      <FindList id={id} found={shown ? found : undefined} at={at} choose={({ path }, newTab) => go(path, newTab)} />
    </search>
  );
};
