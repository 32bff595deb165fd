/** A peer's published figures of its own circulation: on its own hardware, with its own rules; not directly comparable. */
export type PeerFigure = { system: string; what: string; figure: string; source: string };

const folio = 'FOLIO, Sunflower CSP1 (November 2025)';

/** Published figures, each with its source. vU: virtual users. */
export const peers: readonly PeerFigure[] = [
  { system: folio, what: 'check-out flow, 8 vU', figure: 'average 905 ms, p95 1228 ms', source: 'FOLIJET/1209040897' },
  {
    system: folio,
    what: 'check-out flow, 75 vU',
    figure: 'average 1456 ms, p95 2436 ms',
    source: 'FOLIJET/1209040897',
  },
  { system: folio, what: 'check-in flow, 8 vU', figure: 'average 414 ms, p95 636 ms', source: 'FOLIJET/1209040897' },
  { system: folio, what: 'check-in flow, 75 vU', figure: 'average 653 ms, p95 1132 ms', source: 'FOLIJET/1209040897' },
  {
    system: folio,
    what: 'check-out-by-barcode, 8 vU',
    figure: 'average 339 ms, p95 425 ms',
    source: 'FOLIJET/1209040897',
  },
  {
    system: folio,
    what: 'check-in-by-barcode, 30 vU',
    figure: 'average 181 ms, p95 262 ms',
    source: 'FOLIJET/1209040897',
  },
  { system: folio, what: 'checkouts a second, 30 vU', figure: '3.6 (9,792 in 2,700 s)', source: 'FOLIJET/1209040897' },
  {
    ...{ system: 'FOLIO, consortial (ECS)', what: 'check-out, 8 vU and 75 vU' },
    ...{ figure: 'average 1122 ms and 2825 ms', source: 'FOLIJET/1017184257' },
  },
  {
    ...{ system: 'Evergreen PINES', what: 'circulations in its peak minute, a whole state' },
    ...{ figure: '548 (9.1 a second)', source: 'evergreen-ils.org/we-want-to-emulate-the-pines-experience' },
  },
];
