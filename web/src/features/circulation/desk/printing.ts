const places = { receipt: 'concord.print', slip: 'concord.print-slips' } as const;
export type Printed = keyof typeof places;

// A print dialog after each slip would swallow the next scans, so slips are printed at once only where a desk chose it.
const defaults: Record<Printed, string> = { receipt: 'on', slip: 'off' };

/** Whether documents of a kind are printed as soon as they come. */
export const isPrintingAtOnce = (kind: Printed): boolean =>
  (localStorage.getItem(places[kind]) ?? defaults[kind]) !== 'off';
/** Stores that setting in this browser. */
export const setPrintingAtOnce = (kind: Printed, isOn: boolean): void =>
  localStorage.setItem(places[kind], isOn ? 'on' : 'off');
