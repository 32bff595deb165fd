import type { PolicyDocument } from '../../layers/records/policies/domain/document.ts';
import { patronsSchema } from '../../layers/records/policies/domain/patrons.ts';
import { fixtureSharing } from './fixture-prices.ts';

const patronsVersion = (version: number, effectiveFrom: string, body: object): PolicyDocument => ({
  ...{ kind: 'patrons', version, effectiveFrom, adoptedBy: 'staff:stf_01kaw5v7n0000000000000002z' },
  ...{ decisionReference: `Board item ${version}`, body: patronsSchema.parse(body) },
});

/** The versions of a policy: for patrons one in force, with a limit on renewals, and one that begins much later. */
export const fixturePolicies = (kind: string | null) =>
  kind === 'patrons'
    ? {
        policies: [
          patronsVersion(1, '2026-01-01T00:00:00.000Z', { pins: { shortest: 5 }, cards: { maxOwed: 2000 } }),
          patronsVersion(2, '2999-01-01T00:00:00.000Z', { pins: { shortest: 9 } }),
        ],
      }
    : fixtureSharing;
