import {
  child,
  childText,
  DATA_NAMESPACE,
  descendant,
  parseXml,
  SHEP,
  SHEP_STATUS,
  shepRowsOf,
  soapEnvelope,
  SYNC_CHANNEL,
  xml,
  type RegisterPeople,
  type ShepServiceName,
  type XmlElement,
} from '@urtuu/registers';
import { randomUUID } from 'node:crypto';
import { PeopleStore } from './people-store.ts';
import { startSimulator, type ServiceReply, type Simulator } from './simulator-server.ts';

export interface ShepSimulatorOptions {
  /** loopback port; 0 chooses a free one */
  readonly port: number;
  readonly people?: RegisterPeople;
  readonly senderId: string;
  readonly password: string;
  readonly clock: () => Date;
  /** how long a call takes when told to be slow, milliseconds */
  readonly slowMs?: number;
}

/** Path of the synchronous channel; the port's `url` is the simulator's url with this behind it. */
export const SHEP_PATH = '/SyncChannel';

type Rows = readonly Readonly<Record<string, string>>[];

/** A gateway that answers like SHEP's synchronous channel, with constructed people; the sender's password is checked. */
export async function startShepSimulator(
  options: ShepSimulatorOptions,
): Promise<Simulator & { readonly serviceUrl: string }> {
  const store = new PeopleStore('shep');
  if (options.people !== undefined) store.load(options.people, options.clock());
  const simulator = await startSimulator(
    {
      title: 'SHEP register of Kazakhstan',
      store,
      paths: [SHEP_PATH],
      wsdl: (path, origin) => wsdlOf(origin + path),
      answer: ({ bytes }) => answer(options, store, bytes),
      wrongCode: (bytes) =>
        responseEnvelope(options.clock(), messageOf(bytes)?.messageId ?? '', 'XXXX999', []),
      fault: () => faultEnvelope('SHEP500', 'Internal error'),
    },
    options,
  );
  return { ...simulator, serviceUrl: `${simulator.url}${SHEP_PATH}` };
}

function answer(options: ShepSimulatorOptions, store: PeopleStore, bytes: Uint8Array): ServiceReply {
  const message = messageOf(bytes);
  if (message === undefined) return { status: 500, body: faultEnvelope('SHEP400', 'SendMessage expected') };
  if (message.senderId !== options.senderId || message.password !== options.password) {
    return { status: 401, body: faultEnvelope('SHEP401', 'Unknown sender or wrong password') };
  }
  if (message.service === undefined)
    return { status: 500, body: faultEnvelope('SHEP404', 'Unknown serviceId') };
  const rows = rowsFor(store, message.service, message.query);
  const [ok] = SHEP_STATUS.ok;
  const [notFound] = SHEP_STATUS.notFound;
  const code = rows.length === 0 ? notFound : ok;
  return { status: 200, body: responseEnvelope(options.clock(), message.messageId, code, rows) };
}

interface Message {
  readonly messageId: string;
  readonly senderId: string;
  readonly password: string;
  readonly service: ShepServiceName | undefined;
  readonly query: XmlElement;
}

function messageOf(bytes: Uint8Array): Message | undefined {
  const parsed = parseXml(bytes);
  const request = parsed.ok ? descendant(parsed.value, 'request') : undefined;
  const info = child(request, 'requestInfo');
  const data = child(child(request, 'requestData'), 'data');
  const query = data === undefined ? undefined : descendant(data, 'query');
  if (info === undefined || query === undefined) return undefined;
  const serviceId = childText(info, 'serviceId');
  const sender = child(info, 'sender');
  return {
    messageId: childText(info, 'messageId') ?? '',
    senderId: childText(sender, 'senderId') ?? '',
    password: childText(sender, 'password') ?? '',
    service: NAMES.find((name) => SHEP[name].serviceId === serviceId),
    query,
  };
}

const NAMES: readonly ShepServiceName[] = [
  'person',
  'labourRecord',
  'equivalent',
  'contributions',
  'savings',
  'benefits',
  'deaths',
];

function rowsFor(store: PeopleStore, name: ShepServiceName, query: XmlElement): Rows {
  if (name !== 'deaths') {
    const person = store.person(childText(query, 'iin') ?? '');
    return person === undefined ? [] : shepRowsOf(person, name);
  }
  const from = childText(query, 'startDate') ?? '';
  const to = childText(query, 'endDate') ?? '';
  return store.deathsEntered(from, to, 'registeredOn');
}

/** Coded fields travel as `{code, nameRu, nameKz}`, as the state registers write them. */
const CODED: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  gender: { '1': ['мужской', 'ер'], '2': ['женский', 'әйел'] },
};

function fieldXml(field: string, value: string): string {
  const base = field.endsWith('Code') ? field.slice(0, -4) : '';
  const names = CODED[base]?.[value];
  if (names === undefined) return xml(field, value);
  return xml(base, [xml('code', value), xml('nameRu', names[0]), xml('nameKz', names[1])]);
}

function responseEnvelope(now: Date, messageId: string, code: string, rows: Rows): string {
  const written = rows.map((row) =>
    xml(
      'row',
      Object.entries(row).map(([field, value]) => fieldXml(field, value)),
    ),
  );
  return soapEnvelope(
    xml(
      'ns2:SendMessageResponse',
      [
        xml('response', [
          xml('responseInfo', [
            xml('messageId', randomUUID()),
            xml('correlationId', messageId),
            xml('responseDate', now.toISOString()),
            xml('status', [xml('code', code), xml('message', rows.length === 0 ? 'No data' : 'Processed')]),
            xml('sessionId', `{${randomUUID()}}`),
          ]),
          xml('responseData', [xml('data', [xml('ur:rows', written, `xmlns:ur="${DATA_NAMESPACE}"`)])]),
        ]),
      ],
      `xmlns:ns2="${SYNC_CHANNEL}"`,
    ),
  );
}

function faultEnvelope(errorCode: string, message: string): string {
  return soapEnvelope(
    xml('soapenv:Fault', [
      xml('faultcode', 'soapenv:Server'),
      xml('faultstring', message),
      xml('detail', [xml('ErrorInfo', [xml('errorCode', errorCode), xml('errorMessage', message)])]),
    ]),
  );
}

function wsdlOf(address: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="${SYNC_CHANNEL}" targetNamespace="${SYNC_CHANNEL}">
<wsdl:types><xs:schema targetNamespace="${SYNC_CHANNEL}"><xs:element name="SendMessage"><xs:complexType><xs:sequence><xs:element name="request" type="xs:anyType"/></xs:sequence></xs:complexType></xs:element><xs:element name="SendMessageResponse"><xs:complexType><xs:sequence><xs:element name="response" type="xs:anyType"/></xs:sequence></xs:complexType></xs:element></xs:schema></wsdl:types>
<wsdl:message name="SendMessage"><wsdl:part name="parameters" element="tns:SendMessage"/></wsdl:message>
<wsdl:message name="SendMessageResponse"><wsdl:part name="parameters" element="tns:SendMessageResponse"/></wsdl:message>
<wsdl:portType name="ISyncChannel"><wsdl:operation name="SendMessage"><wsdl:input message="tns:SendMessage"/><wsdl:output message="tns:SendMessageResponse"/></wsdl:operation></wsdl:portType>
<wsdl:binding name="SyncChannelBinding" type="tns:ISyncChannel"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/><wsdl:operation name="SendMessage"><soap:operation soapAction=""/><wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation></wsdl:binding>
<wsdl:service name="SyncChannel"><wsdl:port name="SyncChannelPort" binding="tns:SyncChannelBinding"><soap:address location="${address}"/></wsdl:port></wsdl:service>
</wsdl:definitions>
`;
}
