/** One batch in a process of its own, whose memory can be told from the bench's: prints rows, seconds, peak memory. */
import { day } from '@urtuu/kernel';
import { runBatch } from '@urtuu/node';

const [input = '', output = ''] = process.argv.slice(2);
const { tally, seconds } = await runBatch({
  input,
  output,
  asked: { law: 'mn', on: day('2026-06-01'), explain: 'none' },
  stop: new AbortController().signal,
  progress: () => undefined,
});
const { maxRSS } = process.resourceUsage();
console.log(JSON.stringify({ assessed: tally.assessed, seconds, peakMegabytes: Math.round(maxRSS / 1024) }));
