import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  type ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { operations } from '../../functions/operations.ts';
import type { NamedApi } from '../constructs/context-api.ts';
import { apiHeaders, siteHeaders } from '../constructs/site-headers.ts';
import { regionOf } from '../local-differences.ts';
import { madePages, toMadePage } from '../made-pages.ts';
import type { SharedResources } from '../shared-resources.ts';
import { signInPage } from './web-stack.ts';

type Props = { shared: SharedResources; apis: readonly NamedApi[]; webAclArn: string | undefined };

/**
 * Maps paths without an extension to the app's index page, except under /v1. A CloudFront function, because error pages would hide the
 * API's responses.
 */
const toIndex = `function handler(event) {
  var request = event.request;
  if (request.uri.indexOf('/v1/') !== 0 && request.uri.lastIndexOf('.') <= request.uri.lastIndexOf('/')) request.uri = '/index.html';
  return request;
}`;

const sharing = operations.filter(({ sharedSeconds }) => sharedSeconds !== undefined);
const longestShared = Math.max(...sharing.map(({ sharedSeconds = 0 }) => sharedSeconds));
const hasSharedAnswers = (context: string): boolean => sharing.some((one) => one.context === context);

/** The single origin of web and API on AWS: a private bucket and the contexts' gateways behind CloudFront. */
export class SiteStack extends Stack {
  readonly files: IBucket;
  readonly distribution: Distribution;
  /** The address of the web app, without a trailing slash. */
  readonly url: string;

  constructor(scope: Construct, id: string, { shared, apis, webAclArn }: Props) {
    const { config, target } = shared;
    const region = regionOf(config, target);
    super(scope, id, { env: { region } });
    this.files = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // All content can be rebuilt from the source.
      removalPolicy: RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
      // A Bucket satisfies the interface; only its optional members are typed less exactly.
    }) as IBucket;
    const { site, certificateArn, originSecretRotation: rotation } = config;
    const name = site === undefined ? undefined : new URL(site).hostname;
    const headersOfApis = apiHeaders(this);
    const sharedAnswers = this.sharedAnswers(shared);
    const headersOfPages = siteHeaders(this, [
      `https://${shared.bucket.bucketRegionalDomainName}`,
      signInPage(this, config),
    ]);
    const pages = this.pages(headersOfPages);
    const discovery = apis.find(({ context }) => context === 'discovery');
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `${config.name}: web and API${rotation > 0 ? `, origin secret ${rotation}` : ''}`,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: pages,
      additionalBehaviors: {
        ...Object.fromEntries(
          apis.map((one) => [`/v1/${one.context}/*`, this.calls(shared, one, headersOfApis, sharedAnswers)]),
        ),
        ...this.madePages(pages, discovery && this.calls(shared, discovery, headersOfPages, sharedAnswers)),
      },
      ...(webAclArn === undefined ? {} : { webAclId: webAclArn }),
      ...(name === undefined || certificateArn === undefined
        ? {}
        : {
            domainNames: [name],
            certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
            // CloudFront's own name has its own certificate, and its TLS policy cannot be set.
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          }),
    });
    if (name !== undefined) this.alias(shared, name);
    this.url = site ?? `https://${this.distribution.distributionDomainName}`;
    new CfnOutput(this, 'Site', { value: this.url });
    new CfnOutput(this, 'SiteDomain', { value: this.distribution.distributionDomainName });
  }

  private pages(responseHeadersPolicy: ResponseHeadersPolicy): BehaviorOptions {
    return {
      origin: S3BucketOrigin.withOriginAccessControl(this.files),
      compress: true,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy,
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new EdgeFunction(this, 'ToIndex', {
            code: FunctionCode.fromInline(toIndex),
            runtime: FunctionRuntime.JS_2_0,
          }),
        },
      ],
    };
  }

  /** Returns the behaviours of the pages that discovery makes: its answers, under addresses of the site and with the headers of its pages. */
  private madePages(pages: BehaviorOptions, answers: BehaviorOptions | undefined): Record<string, BehaviorOptions> {
    if (answers === undefined) return {};
    const toOperation = new EdgeFunction(this, 'ToMadePage', {
      code: FunctionCode.fromInline(toMadePage),
      runtime: FunctionRuntime.JS_2_0,
    });
    const made: BehaviorOptions = {
      ...answers,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: toOperation }],
    };
    return Object.fromEntries(madePages.map(({ pattern, isMade }) => [pattern, isMade ? made : pages]));
  }

  /**
   * Stores answers only as long as they permit it themselves (`sharedSeconds` of their contracts); all others say `no-store`. Credentials are
   * part of the key, so that nobody receives an answer to somebody else.
   */
  private sharedAnswers({ config }: SharedResources): CachePolicy {
    return new CachePolicy(this, 'SharedAnswers', {
      cachePolicyName: `${config.name}-shared-answers`,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.seconds(longestShared),
      headerBehavior: CacheHeaderBehavior.allowList('Authorization'),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      cookieBehavior: CacheCookieBehavior.none(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }

  private calls(
    { originSecret }: SharedResources,
    { httpApi, context }: NamedApi,
    responseHeadersPolicy: ResponseHeadersPolicy,
    sharedAnswers: CachePolicy,
  ): BehaviorOptions {
    return {
      origin: new HttpOrigin(`${httpApi.apiId}.execute-api.${this.region}.${this.urlSuffix}`, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        ...(originSecret === undefined
          ? {}
          : { customHeaders: { 'X-Concord-Origin': originSecret.secretValueFromJson('current').unsafeUnwrap() } }),
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      compress: true,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: hasSharedAnswers(context) ? sharedAnswers : CachePolicy.CACHING_DISABLED,
      responseHeadersPolicy,
      // All viewer headers but Host, by which the gateway identifies itself.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
  }

  private alias({ config: { hostedZone } }: SharedResources, recordName: string): void {
    if (hostedZone === undefined) return;
    const { id: hostedZoneId, name: zoneName } = hostedZone;
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName });
    const target = RecordTarget.fromAlias(new CloudFrontTarget(this.distribution));
    new ARecord(this, 'Alias', { zone, recordName: `${recordName}.`, target });
    new AaaaRecord(this, 'Alias6', { zone, recordName: `${recordName}.`, target });
  }
}
