import type { ReceiptView, TransmissionState, TransmissionView } from '@urtuu/exchange/contract';
import type { ReactNode } from 'react';
import { useInstitutionName } from '../app/institution-name.ts';
import { Facts } from '../design/facts.tsx';
import { Tag, type Meaning } from '../design/notice.tsx';
import { useDocumentTitle } from '../document/document-schema.ts';
import { useLanguage } from '../language/language.tsx';
import { stepsOf } from './message-order.ts';

const STATES = {
  queued: 'plain',
  sending: 'accent',
  delivered: 'accent',
  accepted: 'accent',
  rejected: 'bad',
  processed: 'good',
  quarantined: 'care',
  missingReceipt: 'care',
} as const satisfies Record<TransmissionState, Meaning>;

export function TransmissionStateTag({ state }: { readonly state: TransmissionState }) {
  const { term } = useLanguage();
  return <Tag meaning={STATES[state]}>{term('transmissionState', state)}</Tag>;
}

export interface MessageCardProps {
  readonly transmission: TransmissionView;
  /** what can be done about this message */
  readonly actions?: ReactNode;
}

/** One message: what, from whom to whom, its three receipts, and behind it attempts and hashes. */
export function MessageCard({ transmission, actions }: MessageCardProps) {
  const { t, term, instant } = useLanguage();
  const institution = useInstitutionName();
  const titleOf = useDocumentTitle();
  const { document, direction, state, createdAt, from, to } = transmission;
  return (
    <article className="message panel">
      <div className="panel__head">
        <h2>
          {titleOf(document.type)} <span className="soft small">{term('direction', direction)}</span>
        </h2>
        <span className="row">
          <TransmissionStateTag state={state} />
          <time className="soft small" dateTime={createdAt}>
            {instant(createdAt)}
          </time>
        </span>
      </div>
      <p className="small">
        {institution(from)} → {institution(to)}
      </p>
      <Levels transmission={transmission} />
      {transmission.nextAttemptAt === undefined ? null : (
        <p className="small">{t('message.nextAttempt', { at: instant(transmission.nextAttemptAt) })}</p>
      )}
      <MessageDetails transmission={transmission} />
      {actions === undefined ? null : <div className="row message__actions">{actions}</div>}
    </article>
  );
}

function Levels({ transmission }: { readonly transmission: TransmissionView }) {
  const { term, instant } = useLanguage();
  return (
    <ol className="levels">
      {stepsOf(transmission.receipts).map(({ level, receipt }) => (
        <li key={level} className={`levels__step levels__step--${lookOf(receipt)}`}>
          <strong>{level}</strong> {term('level', level)}
          <span className="levels__when small">
            {receipt === undefined
              ? term('levelState', 'open')
              : `${term('levelState', receipt.outcome)}, ${instant(receipt.at)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

function lookOf(receipt: ReceiptView | undefined): 'open' | 'ok' | 'rejected' {
  return receipt?.outcome ?? 'open';
}

function MessageDetails({ transmission }: { readonly transmission: TransmissionView }) {
  const { t, number } = useLanguage();
  const { purpose, attempts, receipts, log, document } = transmission;
  return (
    <details>
      <summary>{t('message.details')}</summary>
      <div className="stack small message__details">
        <Facts
          facts={[
            [t('message.id'), <code key="id">{transmission.transmissionId}</code>],
            [
              t('message.document'),
              <code key="doc">{`${document.documentId} v${String(document.version)}`}</code>,
            ],
            [t('message.hash'), <code key="hash">{transmission.bodyHash}</code>],
            [t('message.size'), t('message.bytes', { count: number(transmission.size) })],
            [t('message.purpose'), `${purpose.code}: ${purpose.legalBasis}`],
            [t('message.log'), log === undefined ? null : `${log.origin} #${String(log.index)}`],
          ]}
        />
        {attempts.length === 0 ? null : <Attempts attempts={attempts} />}
        {receipts.map((receipt) => (
          <Receipt key={`${receipt.level} ${receipt.at} ${receipt.outcome}`} receipt={receipt} />
        ))}
      </div>
    </details>
  );
}

function Attempts({ attempts }: { readonly attempts: TransmissionView['attempts'] }) {
  const { t, term, instant } = useLanguage();
  return (
    <div>
      <strong>{t('message.attempts', { count: attempts.length })}</strong>
      <ol>
        {attempts.map(({ number: n, at, outcome, problem, millis }) => (
          <li key={n}>
            {instant(at)}, {term('attempt', outcome)}
            {problem === undefined ? null : (
              <>
                {' '}
                (<code>{problem}</code>)
              </>
            )}
            , {t('message.millis', { count: millis })}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Receipt({ receipt }: { readonly receipt: ReceiptView }) {
  const { t, term, instant } = useLanguage();
  return (
    <div>
      <strong>
        {t('message.receipt', { level: receipt.level })} {term('levelState', receipt.outcome)}
      </strong>
      <Facts
        facts={[
          [t('message.at'), instant(receipt.at)],
          [t('message.issuer'), receipt.issuer],
          [t('message.hash'), <code key="hash">{receipt.bodyHash}</code>],
          [t('message.log'), `${receipt.log.origin} #${String(receipt.log.index)}`],
          [t('message.usedIn'), receipt.usedIn.length === 0 ? null : receipt.usedIn.join(', ')],
          [
            t('message.rules'),
            receipt.rules.length === 0
              ? null
              : receipt.rules.map(({ id, pointer, severity }) => (
                  <div key={`${id} ${pointer}`}>
                    <code>{id}</code> {term('severity', severity)} <code>{pointer}</code>
                  </div>
                )),
          ],
        ]}
      />
    </div>
  );
}
