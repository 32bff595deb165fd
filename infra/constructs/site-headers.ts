import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { answerHeaders } from '../../layers/kernel/answer-headers.ts';
import { securityHeaders } from '../security-headers.ts';

/** Headers with dedicated CloudFront settings; the others are custom headers. */
const ownSettings = new Set([
  'content-security-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
]);

type Wanted = { headers: Readonly<Record<string, string>>; referrerPolicy: HeadersReferrerPolicy; override: boolean };

/** Makes a policy of headers with strict transport security for a year. `override` replaces what the origin sent. */
const headersPolicy = (scope: Construct, id: string, { headers, referrerPolicy, override }: Wanted) => {
  const customHeaders: ResponseCustomHeader[] = Object.entries(headers)
    .filter(([name]) => !ownSettings.has(name))
    .map(([header, value]) => ({ header, value, override }));
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: headers['content-security-policy'] ?? '', override },
      contentTypeOptions: { override },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override },
      referrerPolicy: { referrerPolicy, override },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override },
    },
    customHeadersBehavior: { customHeaders },
  });
};

/** The security headers of every page on AWS. Takes the permitted connections of pages. */
export const siteHeaders = (scope: Construct, connectTo: readonly string[]): ResponseHeadersPolicy =>
  headersPolicy(scope, 'Headers', {
    headers: securityHeaders(connectTo),
    referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
    override: true,
  });

/**
 * The headers for answers of the APIs: those that the gateway writes itself, such as for an unknown path, lack the headers of operations.
 */
export const apiHeaders = (scope: Construct): ResponseHeadersPolicy =>
  headersPolicy(scope, 'ApiHeaders', {
    headers: answerHeaders,
    referrerPolicy: HeadersReferrerPolicy.NO_REFERRER,
    override: false,
  });
