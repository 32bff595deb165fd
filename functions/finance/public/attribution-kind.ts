export { attributionKind } from '../domain/metering/attribution-kind.ts';
