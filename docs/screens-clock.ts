/** The present of the pictures, so that the same code yields the same ones: fixtures count their days from it. */
const TODAY = Date.parse('2026-11-30T12:00:00.000Z');

globalThis.Date = class extends Date {
  constructor(...of: unknown[]) {
    super(...((of.length === 0 ? [TODAY] : of) as [number]));
  }
  static override now(): number {
    return TODAY;
  }
} as DateConstructor;
