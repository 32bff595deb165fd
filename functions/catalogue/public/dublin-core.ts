export { oaiDublinCore, sruDublinCore } from '../domain/harvest/dublin-core.ts';
