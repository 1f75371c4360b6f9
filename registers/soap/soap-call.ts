import { ok, refuse, type Result } from '@urtuu/kernel';
import { createHash } from 'node:crypto';
import { registerRefusal, type RegisterRefusal } from '../register-port.ts';
import { child, childText, parseXml, xml, type XmlElement } from './xml.ts';

export interface SoapRequest {
  readonly url: string;
  /** name for errors and provenance */
  readonly service: string;
  /** content of the SOAP body */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  /** signs the envelope as text, where a gateway wants WS-Security */
  readonly sign?: (envelope: string) => Promise<string>;
}

export interface SoapAnswer {
  /** first element of the SOAP body */
  readonly body: XmlElement;
  /** SHA-256 of the bytes as received */
  readonly rawDigest: string;
}

const SOAP_11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const SOAP_12 = 'http://www.w3.org/2003/05/soap-envelope';

/** One SOAP 1.1 call. The answer may be SOAP 1.1 or 1.2: gateways differ, and only the request must choose. */
export async function soapCall(request: SoapRequest): Promise<Result<SoapAnswer, RegisterRefusal>> {
  const { service } = request;
  const received = await post(request);
  if (!received.ok) return received;
  const { status, bytes } = received.value;
  if (status === 401 || status === 403) {
    return refuse(registerRefusal('unauthorised', service, `HTTP ${status}`));
  }
  const parsed = parseXml(bytes);
  const body = parsed.ok ? soapBody(parsed.value) : undefined;
  if (body === undefined) {
    // A gateway that is down answers with a page of its own: that is no malformed answer of the service.
    const code = status >= 500 ? 'unavailable' : 'malformed';
    return refuse(
      registerRefusal(code, service, `${parsed.ok ? 'no SOAP body' : `XML ${parsed.error}`}, HTTP ${status}`),
    );
  }
  if (body.name === 'Fault') return refuse(faultOf(body, service));
  if (status >= 400) return refuse(registerRefusal('unavailable', service, `HTTP ${status}`));
  return ok({ body, rawDigest: createHash('sha256').update(bytes).digest('hex') });
}

function soapBody(root: XmlElement): XmlElement | undefined {
  const isEnvelope = root.name === 'Envelope' && (root.namespace === SOAP_11 || root.namespace === SOAP_12);
  return isEnvelope ? child(root, 'Body')?.children[0] : undefined;
}

/** A SOAP 1.1 envelope around the given body. */
export function soapEnvelope(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${xml('soapenv:Envelope', [xml('soapenv:Header', []), xml('soapenv:Body', [body])], `xmlns:soapenv="${SOAP_11}"`)}`;
}

async function post(
  request: SoapRequest,
): Promise<Result<{ status: number; bytes: Uint8Array }, RegisterRefusal>> {
  const { service } = request;
  try {
    const envelope = soapEnvelope(request.body);
    // A signer that is down makes the register as unreachable as a gateway that is.
    const signed = request.sign === undefined ? envelope : await request.sign(envelope);
    const response = await request.fetch(request.url, {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""', ...request.headers },
      body: signed,
      redirect: 'error',
      signal: AbortSignal.timeout(request.timeoutMs),
    });
    return ok({ status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) });
  } catch (error) {
    const timedOut = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
    if (timedOut) return refuse(registerRefusal('timeout', service, `no answer in ${request.timeoutMs} ms`));
    return refuse(registerRefusal('unavailable', service, causeOf(error)));
  }
}

function faultOf(fault: XmlElement, service: string): RegisterRefusal {
  const code = childText(fault, 'faultcode') ?? childText(child(fault, 'Code'), 'Value') ?? '';
  const text = childText(fault, 'faultstring') ?? childText(child(fault, 'Reason'), 'Text') ?? '';
  const info = child(fault, 'detail')?.children[0];
  const errorCode = childText(info, 'errorCode');
  const detail = [code, errorCode, text].filter((part) => part !== undefined && part !== '').join(': ');
  return registerRefusal('refused', service, `SOAP fault ${detail}`.slice(0, 300));
}

/** Node's fetch hides the cause of a failed connection one level down. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'connection failed';
  const cause = error.cause;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error.message;
}
