import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { securityHeaders } from '../security-headers.ts';

/** Headers with dedicated CloudFront settings; the others are custom headers. */
const ownSettings = new Set([
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
]);

/** The security headers of every page on AWS, with strict transport security. Takes the permitted connections of pages. */
export const siteHeaders = (scope: Construct, connectTo: readonly string[]): ResponseHeadersPolicy => {
  const headers = securityHeaders(connectTo);
  const plain = Object.entries(headers).filter(([name]) => !ownSettings.has(name));
  return new ResponseHeadersPolicy(scope, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: headers['content-security-policy'] ?? '', override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
    },
    customHeadersBehavior: {
      customHeaders: plain.map(([header, value]) => ({ header, value, override: true })),
    },
  });
};
