/** Thrown when another worker is sending one of the notices: the message, or the digest, is retried later. */
export class BeingSent extends Error {
  override name = 'BeingSent';
}
