import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnStage, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginRequestPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { argue } from '../constructs/argued.ts';
import type { Stage } from '../stages.ts';

/** Every error status whose caching CloudFront can configure. */
const ERRORS = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/**
 * The public addresses: the HTTP API and the CDN in front of it. They outlive the functions behind them, which the API
 * stack attaches, and the functions can be given their public address.
 */
export class EmbedStack extends Stack {
  readonly api: HttpApi;
  readonly distribution: Distribution;
  /** Without a slash at the end. */
  readonly publicBaseUrl: string;

  constructor(scope: Construct, stage: Stage) {
    super(scope, `dateline-${stage.name}-embed`, {
      description: 'Dateline: the public address, its cache and the entry to the API.',
      // Other sites link to it: `cdk destroy --all` must not delete it.
      terminationProtection: stage.whenRemoved === 'keep',
    });
    argue(this, [
      { id: 'AwsSolutions-CFR1', reason: 'Timelines are public in every country.' },
      {
        id: 'AwsSolutions-CFR2',
        reason:
          'A WAF costs more than all other resources of an idle stage. The API has its own limits; docs/deploy.md says when to add one.',
      },
      {
        id: 'AwsSolutions-CFR3',
        reason:
          'Addresses of private embeds carry tokens in their query, which logs of CloudFront would keep. The API logs each request that reaches it by its route.',
      },
      {
        id: 'AwsSolutions-CFR4',
        reason:
          'The certificate of cloudfront.net allows no choice; with a domain of its own the distribution takes TLS 1.2 and newer.',
      },
    ]);
    this.api = new HttpApi(this, 'api', {
      apiName: `dateline-${stage.name}`,
      description: 'Articles in, dated events out.',
      createDefaultStage: true,
    });
    limitAndLog(this, stage, this.api);

    const origin = new HttpOrigin(`${this.api.apiId}.execute-api.${this.region}.${this.urlSuffix}`, {
      readTimeout: Duration.seconds(30),
    });
    const common = {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      // The Host header must be the API's own; everything else is forwarded as the visitor sent it.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      compress: true,
    } satisfies BehaviorOptions;
    const read = { ...common, cachePolicy: publicReads(this, stage) };

    this.distribution = new Distribution(this, 'cdn', {
      comment: `Dateline ${stage.name}`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      // By default CloudFront caches errors for ten seconds, including those of uncached responses.
      errorResponses: ERRORS.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      defaultBehavior: { ...common, cachePolicy: CachePolicy.CACHING_DISABLED },
      additionalBehaviors: {
        '/embed/*': read,
        '/embed.js': read,
        '/oembed': read,
        '/v1/timelines/*': read,
        '/assets/*': read,
      },
      ...(stage.domain === undefined
        ? {}
        : {
            domainNames: [stage.domain.name],
            certificate: Certificate.fromCertificateArn(this, 'certificate', stage.domain.certificateArn),
          }),
    });
    this.publicBaseUrl = `https://${stage.domain?.name ?? this.distribution.distributionDomainName}`;
    // The API stack imports this name while the stage has no domain. CloudFormation refuses to remove an export in use,
    // so it stays when a domain is set.
    this.exportValue(this.distribution.distributionDomainName);
    new CfnOutput(this, 'PublicBaseUrl', {
      value: this.publicBaseUrl,
      description: 'Public address of embeds and API.',
    });
    new CfnOutput(this, 'CdnDomainName', {
      value: this.distribution.distributionDomainName,
      description: 'Target of a CNAME of your own domain.',
    });
  }
}

/**
 * Caches as the response allows, but never longer than a minute, so that a takedown reaches every reader by then. The
 * cache key includes authorisation and cookies, so that one reader's private response is never served to another.
 */
function publicReads(stack: Stack, stage: Stage): CachePolicy {
  return new CachePolicy(stack, 'public-reads', {
    // Names of cache policies are unique in an account: without the region, a stage could be deployed to one region
    // only.
    cachePolicyName: `dateline-${stage.name}-${stack.region}-public-reads`,
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.seconds(60),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    headerBehavior: CacheHeaderBehavior.allowList('Authorization', 'Accept'),
    cookieBehavior: CacheCookieBehavior.all(),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });
}

/**
 * Rate limits and the access log. The log names paths only by their route: addresses of private embeds carry tokens in
 * their query, and tokens must not be logged.
 */
function limitAndLog(scope: Construct, stage: Stage, api: HttpApi): void {
  const log = new LogGroup(scope, 'requests', {
    logGroupName: `/dateline/${stage.name}/requests`,
    retention: stage.logRetentionDays as RetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const door = api.defaultStage?.node.defaultChild;
  if (!(door instanceof CfnStage)) throw new RangeError('The API has no default stage.');
  door.defaultRouteSettings = {
    throttlingRateLimit: stage.requestsPerSecond,
    throttlingBurstLimit: stage.requestBurst,
  };
  door.accessLogSettings = {
    destinationArn: log.logGroupArn,
    format: JSON.stringify({
      at: '$context.requestTime',
      id: '$context.requestId',
      route: '$context.routeKey',
      status: '$context.status',
      milliseconds: '$context.responseLatency',
      integrationError: '$context.integrationErrorMessage',
    }),
  };
}
