/** Traces and metrics by OpenTelemetry. Each node has its own; nothing but the async context is global. */
import {
  context,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Meter,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import {
  AlwaysOffSampler,
  BatchSpanProcessor,
  TracerProvider,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace';

export type { Attributes, Span } from '@opentelemetry/api';

export interface Telemetry {
  readonly tracer: Tracer;
  readonly meter: Meter;
  /** A count that only grows; the name without unit suffix, as `urtuu_transmissions_sent`. */
  counter(name: string, description: string): (value?: number, attributes?: Attributes) => void;
  /** A distribution, in the unit given (`s`, `By`). */
  histogram(
    name: string,
    description: string,
    unit: string,
  ): (value: number, attributes?: Attributes) => void;
  /** A value read at each collection, such as the length of a queue. */
  gauge(name: string, description: string, read: () => number | Promise<number>): void;
  /** Runs work inside a span, a child of the one that is open; a thrown error marks the span failed. */
  span<T>(name: string, attributes: Attributes, work: (span: Span) => Promise<T>): Promise<T>;
  /** As `span`, continuing the trace of a caller's `traceparent` header. */
  spanFrom<T>(
    traceparent: string | undefined,
    name: string,
    attributes: Attributes,
    work: (span: Span) => Promise<T>,
  ): Promise<T>;
  /** The `traceparent` header of the open span, to hand to a peer; undefined outside any. */
  traceparent(): string | undefined;
  /** All metrics in Prometheus' text format. */
  metricsText(): Promise<string>;
  /** Sends what is waiting and ends. */
  shutdown(): Promise<void>;
}

export interface TelemetryOptions {
  /** The service, as `urtuu-mn`. */
  readonly service: string;
  /** Base address of an OTLP/HTTP collector, as `http://localhost:4318`; without it nothing is sent anywhere. */
  readonly otlpEndpoint?: string;
  /** Further receivers of spans. */
  readonly spanProcessors?: readonly SpanProcessor[];
}

export function startTelemetry(options: TelemetryOptions): Telemetry {
  shareContext();
  const resource = resourceFromAttributes({ 'service.name': options.service });
  const endpoint = options.otlpEndpoint?.replace(/\/$/, '');
  const prometheus = new PrometheusExporter({ preventServerStart: true });
  const spanProcessors = [...(options.spanProcessors ?? [])];
  const readers: (PrometheusExporter | PeriodicExportingMetricReader)[] = [prometheus];
  if (endpoint !== undefined) {
    spanProcessors.push(
      new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }) }),
    );
    const exporter = new OTLPMetricExporter({ url: `${endpoint}/v1/metrics` });
    readers.push(new PeriodicExportingMetricReader({ exporter }));
  }
  // Without a receiver spans are not recorded; their ids still run through logs and headers.
  const sampler = spanProcessors.length === 0 ? { sampler: new AlwaysOffSampler() } : {};
  const traces = new TracerProvider({ resource, spanProcessors, ...sampler });
  const metrics = new MeterProvider({ resource, readers });
  const tracer = traces.getTracer('urtuu');
  const meter = metrics.getMeter('urtuu');
  const serializer = new PrometheusSerializer(undefined, false, undefined, true, true);
  const spanIn = <T>(
    parent: Context,
    name: string,
    attributes: Attributes,
    work: (span: Span) => Promise<T>,
  ): Promise<T> => tracer.startActiveSpan(name, { attributes }, parent, (span) => finish(span, work));
  return {
    tracer,
    meter,
    counter(name, description) {
      const counter = meter.createCounter(name, { description });
      return (value = 1, attributes = {}) => counter.add(value, attributes);
    },
    histogram(name, description, unit) {
      const advice = unit === 's' ? { explicitBucketBoundaries: SECONDS } : {};
      const histogram = meter.createHistogram(name, { description, unit, advice });
      return (value, attributes = {}) => histogram.record(value, attributes);
    },
    gauge(name, description, read) {
      meter
        .createObservableGauge(name, { description })
        .addCallback(async (result) => result.observe(await read()));
    },
    span: (name, attributes, work) => spanIn(context.active(), name, attributes, work),
    spanFrom: (traceparent, name, attributes, work) =>
      spanIn(traceparent === undefined ? ROOT_CONTEXT : callerOf(traceparent), name, attributes, work),
    traceparent() {
      const open = trace.getActiveSpan()?.spanContext();
      return open && `00-${open.traceId}-${open.spanId}-${open.traceFlags.toString(16).padStart(2, '0')}`;
    },
    async metricsText() {
      const { resourceMetrics } = await prometheus.collect();
      return serializer.serialize(resourceMetrics);
    },
    async shutdown() {
      await Promise.all([traces.shutdown(), metrics.shutdown()]);
    },
  };
}

/** Upper bounds, in seconds: from a cached read to a slow decision. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

let contextShared = false;

/** The way a trace follows `await` is one per process, whichever node starts first. */
function shareContext(): void {
  if (contextShared) return;
  contextShared = true;
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
}

/** W3C Trace Context, section 3.2.2: version 00, trace id, parent id, flags; anything else starts a new trace. */
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

function callerOf(traceparent: string): Context {
  const match = TRACEPARENT.exec(traceparent);
  if (match === null) return ROOT_CONTEXT;
  const [, traceId = '', spanId = '', flags = '00'] = match;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: parseInt(flags, 16),
    isRemote: true,
  });
}

async function finish<T>(span: Span, work: (span: Span) => Promise<T>): Promise<T> {
  try {
    return await work(span);
  } catch (error) {
    // The message may hold values; the log has it under its own rules.
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
    throw error;
  } finally {
    span.end();
  }
}

/** The trace id of the open span, for log lines. */
export function traceIdOf(): string | undefined {
  return trace.getActiveSpan()?.spanContext().traceId;
}
