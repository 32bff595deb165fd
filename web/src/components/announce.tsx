import { useEffect, useState } from 'react';

/** Tells screen readers, politely, what changed on the page; nothing is seen. The same text is told once. */
export const Announce = ({ text }: { text: string }) => {
  const [announced, setAnnounced] = useState('');
  // A region must stand empty in the page before its text comes, or it is not read.
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(text), 150);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div role="status" aria-live="polite" className="only-heard">
      {announced}
    </div>
  );
};
