/** How long a case has waited for what, read off its events. No deadline is sourced yet, so none is due. */
import type { CaseView } from '../contract.ts';

type ClockView = CaseView['clocks'][number];

interface TimedEvent {
  readonly at: Date;
  readonly code: string;
}

/** Each clock starts at the last of its starting events and stops at the first stopping event after it. */
const CLOCKS = [
  {
    clock: 'sinceClaim',
    starts: ['claimRegistered', 'claimReceived', 'requestReceived'],
    stops: ['decisionNotified', 'claimForwarded'],
  },
  {
    clock: 'awaitingPeriods',
    starts: ['periodsRequested', 'requestReceived'],
    stops: ['certificateReceived', 'certificateEmpty', 'certificateSent'],
  },
  { clock: 'inDecision', starts: ['decisionDrawn'], stops: ['decisionApproved', 'decisionReturned'] },
] as const satisfies readonly {
  readonly clock: ClockView['clock'];
  readonly starts: readonly string[];
  readonly stops: readonly string[];
}[];

export function clocksOf(events: readonly TimedEvent[]): ClockView[] {
  const views: ClockView[] = [];
  for (const { clock, starts, stops } of CLOCKS) {
    const start = events.findLast((event) => includes(starts, event.code));
    if (start === undefined) continue;
    const after = events.slice(events.indexOf(start) + 1);
    const stop = after.find((event) => includes(stops, event.code));
    views.push({
      clock,
      startedAt: start.at.toISOString(),
      ...(stop === undefined ? {} : { stoppedAt: stop.at.toISOString() }),
      dueOn: null,
    });
  }
  return views;
}

function includes(codes: readonly string[], code: string): boolean {
  return codes.includes(code);
}
