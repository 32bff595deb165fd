import { useEffect, useState } from 'react';

/** Announces a change of the page politely to screen readers; invisible. The same text is announced once. */
export const Announce = ({ text }: { text: string }) => {
  const [announced, setAnnounced] = useState('');
  // A live region must be empty in the page before its text is set, or screen readers ignore it.
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(text), 150);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {announced}
    </div>
  );
};
