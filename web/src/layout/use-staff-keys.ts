import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { hasRole, useWho } from '../api/current-user.ts';
import { pressMarked } from './marked-keys.ts';

const toFetch = { to: '/holds/$list', params: { list: 'pull' } } as const;
const place = 'concord.single-keys';
const fields = 'input, textarea, select, [contenteditable]';

/** Whether single letters and signs act outside fields; they can be switched off (WCAG 2.1.4). */
export const usesSingleKeys = (): boolean => localStorage.getItem(place) !== 'off';
/** Switches single letters and signs on or off in this browser. */
export const setSingleKeys = (on: boolean): void => localStorage.setItem(place, on ? 'on' : 'off');

/** The keys that act on every page of staff. */
export const useStaffKeys = ({ showKeys, showHelp }: { showKeys: () => void; showHelp: () => void }): void => {
  const navigate = useNavigate();
  const isOfDesk = hasRole(useWho(), 'desk', 'desk-supervisor');
  const isAtDesk = useRouterState({ select: ({ location }) => location.pathname === '/desk' });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      const isField = event.target instanceof Element && event.target.matches(fields);
      if (event.key === 'F2' && isOfDesk && !isAtDesk) void navigate({ to: '/desk' });
      else if (event.key === 'F6' && isOfDesk) void navigate(toFetch);
      else if (event.key === 'F1') showHelp();
      else if (isField || !usesSingleKeys()) return;
      else if (event.key === '?') showKeys();
      else if (!pressMarked(event)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isAtDesk, isOfDesk, navigate, showKeys, showHelp]);
};
